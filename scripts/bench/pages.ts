import type { Browser } from 'playwright-core';
import { ensureAssets } from '../build-assets.ts';
import { aFullRecord } from '../../tests/support/a-full-record.ts';
import { pageAddresses, type PageAddress } from '../../tests/support/page-addresses.ts';
import type { Visitor } from '../../tests/support/pages.ts';
import { openSite, type Site } from '../../tests/e2e/support/site.ts';
import { aBigYear, registerProvince } from './pages/big-year.ts';
import { coldLoad } from './pages/cold-load.ts';
import { coldWeight } from './pages/weight.ts';
import { median } from './pages/median.ts';

export interface PageFigures {
  readonly path: string;
  /** Milliseconds from the request to the last byte of the answer, in the server. */
  readonly serverMs: number;
  /** Compressed bytes of the first visit, with style sheet, scripts and fonts. */
  readonly bytes: number;
  /** Milliseconds from the address to the load event, in a slow browser on a slow line. */
  readonly coldMs: number;
}

export interface PagesBench {
  readonly method: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly overLimit: readonly string[];
}

const units = 260;
const targets = 42;
const runs = 30;
const loads = 3;
const limits = { serverMs: 30, bytes: 120_000, coldMs: 1_200 } as const;
const heatMap = { ...limits, serverMs: 150, bytes: 250_000 } as const;

const method = `A year of ${units} units, each bound by ${targets} targets, with two quarters reported, in the server's own process with the bench; every page of the table at one address, as a role that may see it. Server time: median of ${runs} requests
in sequence, from the request to the end of the answer. Weight: page, style sheet, scripts and fonts, gzip. Cold load: median of ${loads} visits of Chromium with an empty cache, processor ×6 slower, 8 Mbit/s, 40 ms, to the load event.`;

/** Server time, weight and cold load of every page, and which of them are over their limits. */
export async function benchPages(): Promise<PagesBench> {
  const site = await openSite();
  const assets = await ensureAssets();
  try {
    await registerProvince(site.pages, units);
    const addresses = await pageAddresses(site.pages, await aFullRecord(site.pages, {}, () => aBigYear(site.pages, units, targets)));
    const figures: PageFigures[] = [];
    for (const address of addresses) {
      const each = await measured(site, address, assets);
      process.stderr.write(`${figures.length + 1} of ${addresses.length} ${each.path}: ${each.serverMs} ms, ${each.bytes} bytes, cold ${each.coldMs} ms\n`);
      figures.push(each);
    }
    const heaviest = figures.toSorted((a, b) => b.serverMs - a.serverMs);
    return {
      method, pages: Object.fromEntries(heaviest.map(({ path, serverMs, bytes, coldMs }) => [path, `${serverMs} ms, ${Math.round(bytes / 100) / 10} kB, cold ${coldMs} ms`])),
      overLimit: heaviest.flatMap((each) => overLimit(each)),
    };
  } finally {
    await site.close();
  }
}

async function measured(site: Site, { path, role, unit }: PageAddress, assets: Parameters<typeof coldWeight>[1]): Promise<PageFigures> {
  const visitor = await site.pages.visitor(role, unit);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const took: number[] = [];
  let html = '';
  for (let run = 0; run < runs + 3; run += 1) {
    const began = performance.now();
    const answer = await fetch(`${site.address}${path}`, { headers: { cookie, 'accept-encoding': 'gzip' } });
    html = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if (run >= 3) took.push(performance.now() - began);
  }
  return { path, serverMs: median(took), bytes: coldWeight(html, assets), coldMs: await coldMedian(site.browser, `${site.address}${path}`, visitor) };
}

async function coldMedian(browser: Browser, address: string, visitor: Visitor): Promise<number> {
  const took: number[] = [];
  for (let load = 0; load < loads; load += 1) took.push(await coldLoad(browser, address, visitor.cookies));
  return Math.round(median(took));
}

function overLimit(figures: PageFigures): readonly string[] {
  const most = /\/compliance$/.test(figures.path) ? heatMap : limits;
  return (['serverMs', 'bytes', 'coldMs'] as const).flatMap((name) => (figures[name] > most[name] ? [`${figures.path}: ${name} ${figures[name]} > ${most[name]}`] : []));
}

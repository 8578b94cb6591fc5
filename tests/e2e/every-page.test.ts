import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFullRecord } from '../support/a-full-record.ts';
import { pageAddresses, wholePages, type PageAddress } from '../support/page-addresses.ts';
import { seriousFindings } from './support/axe.ts';
import { openSite, type Site } from './support/site.ts';

let site: Site;
let all: readonly PageAddress[];
beforeAll(async () => {
  site = await openSite();
  all = await pageAddresses(site.pages, await aFullRecord(site.pages, { upTo: 'Q2' }));
});
afterAll(() => site.close());

interface Frame {
  readonly lang: string;
  readonly title: string;
  readonly headings: number;
  /** Pixels by which the page is wider than its window. */
  readonly tooWide: number;
}

const frameOf = (page: Page): Promise<Frame> => page.evaluate(`({
  lang: document.documentElement.lang, title: document.title, headings: document.querySelectorAll('h1').length, tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})`);

/** What is wrong with a page, one line each. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const { lang, title, headings } = await frameOf(page);
  const wide = await seriousFindings(page);
  await page.setViewportSize({ width: 390, height: 900 });
  const { tooWide } = await frameOf(page);
  const narrow = await seriousFindings(page, { again: true });
  return [
    ...(lang === 'vi' ? [] : [`lang is “${lang}”`]), ...(/^.+ – Chu Trình$/.test(title) ? [] : [`title is “${title}”`]), ...(headings === 1 ? [] : [`${headings} h1`]),
    ...wide, ...narrow.map((each) => `at 390 px: ${each}`), ...(tooWide > 0 ? [`at 390 px: ${tooWide} px wider than the window`] : []),
  ];
}

describe('has nothing serious or critical for axe, one h1, a language and a title, and fits a window of 390 px:', () => {
  it.each(wholePages.map(({ path }) => path))('%s', async (pattern) => {
    const faults: string[] = [];
    for (const { path, role, unit } of all.filter((each) => each.pattern === pattern)) {
      const { page, go } = await site.person(role, unit);
      const status = await go(path);
      const found = status === 200 ? await faultsOf(page) : [`${role} of ${unit} is answered ${status}`];
      faults.push(...found.map((each) => `${path}: ${each}`));
    }
    expect(faults.join('\n')).toBe('');
    expect(site.problems).toEqual([]);
  });
});

/** Links of the heat map that have the focus and are entirely below what stays: its heads, names or totals. */
const hiddenInHeatMap = `(() => {
  const links = [...document.querySelectorAll('table.heat tbody tr > :is(th, td:last-child) a')];
  const edge = (place) => document.querySelector('table.heat ' + place).getBoundingClientRect();
  const isHidden = (link) => {
    link.focus();
    const box = link.getBoundingClientRect();
    return box.bottom <= edge('thead th').bottom || box.top >= edge('tfoot th').top || (link.closest('td') !== null && box.right <= edge('tbody th').right);
  };
  return [...links, ...links.toReversed()].filter(isHidden).map((link) => link.textContent);
})()`;

it('what has the focus in the heat map is never below what stays of it', async () => {
  const address = all.find(({ pattern }) => pattern === '/cycles/:cycle/compliance');
  const { page, go } = await site.person(address?.role ?? 'committee', address?.unit ?? '');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 700 });
    await go(address?.path ?? '');
    expect(await page.locator('table.heat tbody tr').count()).toBeGreaterThan(20);
    expect(await page.evaluate(hiddenInHeatMap), `at ${width} px`).toEqual([]);
  }
});

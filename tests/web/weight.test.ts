import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureAssets } from '../../scripts/build-assets.ts';
import { coldWeight } from '../../scripts/bench/pages/weight.ts';
import { aFullRecord } from '../support/a-full-record.ts';
import { endedRehearsals } from '../support/ended-rehearsals.ts';
import { pageAddresses, type PageAddress } from '../support/page-addresses.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

const [most, mostOfHeatMap] = [120_000, 250_000];

let pages: TestPages;
let addresses: readonly PageAddress[];
beforeAll(async () => {
  pages = await openTestPages({ rehearsals: endedRehearsals });
  addresses = await pageAddresses(pages, await aFullRecord(pages));
});
afterAll(() => pages.close());

/** With the 37 units of a province's plan; `npm run bench -- pages` weighs 260. */
it('no page weighs more than an old line carries in a moment', async () => {
  const assets = await ensureAssets();
  const heavy: string[] = [];
  for (const { pattern, path, role, unit } of addresses) {
    const { text } = await (await pages.visitor(role, unit)).get(path);
    const weight = coldWeight(text, assets);
    if (weight > (pattern === '/cycles/:cycle/compliance' ? mostOfHeatMap : most)) heavy.push(`${path}: ${weight}`);
  }
  expect(heavy).toEqual([]);
});

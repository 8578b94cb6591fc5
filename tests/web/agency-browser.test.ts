import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { planOfUnit, unit, type Year } from '../support/api.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';
import { until } from '../support/until.ts';

let pages: TestPages;
let year: Year;
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const at = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const stored = async () => (await pages.record.read.drafts.find(`plan/${year.cycle}/${unit}`))?.content as ReturnType<typeof planOfUnit>;

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  const own = planOfUnit();
  await (await pages.as('agency', unit)).put(`${year.plan}/draft`, { content: { ...own, budgetTotal: 1_564_000_000 } }, 0);
  server = createServer(pages.app.express);
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const visitor = await pages.visitor('agency', unit);
  browser = await openBrowser();
  context = await browser.newContext();
  await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: at('/') })));
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await pages.close();
});

it('saves by itself and says when; what cannot be read is told beside the field', async () => {
  await page.goto(at(`${year.plan}/draft/targets`));
  await page.locator('[id="targets.ct-06-1.value"]').fill('58,5');
  await page.locator('#saved', { hasText: 'đã lưu 09:00' }).waitFor();
  expect((await stored()).targets.find(({ target }) => target === 'ct-06-1')?.value).toBe(58.5);
  await page.locator('[id="targets.ct-06-2.value"]').fill('1.234');
  await page.locator('[id="targets.ct-06-2.value-save"]', { hasText: 'hai cách hiểu' }).waitFor();
  expect(await page.locator('[id="targets.ct-06-2.value"]').inputValue()).toBe('1.234');
});

it('takes over what a colleague changed elsewhere on the page, and tells of what both changed', async () => {
  const other = await context.newPage();
  await page.goto(at(`${year.plan}/draft/targets`));
  await other.goto(at(`${year.plan}/draft/targets`));
  await other.locator('[id="targets.ct-06-1.value"]').fill('61');
  await other.locator('[id="targets.ct-06-3.value"]').fill('13');
  await other.locator('#saved', { hasText: 'đã lưu' }).waitFor();
  await page.locator('[id="targets.ct-06-3.value"]').fill('14');
  await page.locator('[id="targets.ct-06-3.value-save"]', { hasText: '13' }).waitFor();
  await until('the field takes over what was saved', async () => (await page.locator('[id="targets.ct-06-1.value"]').inputValue()) === '61');
  expect((await stored()).targets.find(({ target }) => target === 'ct-06-3')?.value).toBe(13);
  await page.locator('.sticky-actions button[value=save]').click();
  await page.locator('fieldset.both').waitFor();
  await page.locator('input[name="pick:targets.ct-06-3.value"][value=mine]').check();
  await page.locator('.sticky-actions button[value=save]').click();
  await page.locator('.govuk-notification-banner').waitFor();
  expect((await stored()).targets.find(({ target }) => target === 'ct-06-3')?.value).toBe(14);
  await other.close();
});

it('works totals out while they are typed, and checks without leaving the page', async () => {
  await page.goto(at(`${year.plan}/draft/budget`));
  await page.locator('[id="budget.kp-1.amounts.central"]').fill('1,5');
  await until('the sum follows', async () => (await page.locator('[data-sum="budget.kp-1"]').innerText()) === '221,5');
  await page.locator('[id="budget.kp-1.amounts.central"]').fill('');
  await page.evaluate(() => { (globalThis as { isSamePage?: boolean }).isSamePage = true; });
  await page.locator('[data-check]').click();
  await page.locator('#check-summary').waitFor();
  expect(await page.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true);
  expect(await page.locator('#check-summary').innerText()).toContain('chênh 1.000.000 đồng');
  await page.locator('[id="budget.kp-1.total"]').fill('5');
  await page.locator('[data-check]').click();
  await page.locator('[id="budget.kp-1"] + .grid__said .finding').first().waitFor();
  expect(await page.locator('[id="budget.kp-1"] + .grid__said').innerText()).toContain('ghi tổng 5.000.000 đồng');
  expect(await page.locator('[id="budget.kp-1.total"]').evaluate((cell) => cell.closest('td')?.querySelector('.finding'))).toBeNull();
  await page.locator('[id="budget.kp-1.total"]').fill('220');
  await page.locator('[data-check]').click();
  await page.locator('[id="budget.kp-1"] + .grid__said').waitFor({ state: 'detached' });
  const beside = page.locator('.govuk-form-group', { has: page.locator('#budgetTotal') }).locator('.finding');
  expect(await beside.innerText()).toContain('chênh 1.000.000 đồng');
});

it('puts a range of a spreadsheet into the grid', async () => {
  await page.goto(at(`${year.plan}/draft/budget`));
  // in the browser's own words: its clipboard is no type of this program
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '11\\t12\\r\\n21\\t22\\r\\n');
    document.getElementById('budget.kp-1.amounts.central').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
  await page.locator('#saved', { hasText: 'đã lưu' }).waitFor();
  const { budget } = await stored();
  expect(budget.slice(0, 2).map(({ amounts }) => [amounts.central, amounts['local-investment']])).toEqual([[11_000_000, 12_000_000], [21_000_000, 22_000_000]]);
});

it('keeps what was typed when the session ends, and saves it after signing in', async () => {
  await page.goto(at(`${year.plan}/draft/general`));
  await context.clearCookies({ name: /session/ });
  await page.locator('#symbol').fill('333/KH-SNV');
  await page.locator('#saved', { hasText: 'phiên làm việc đã hết' }).waitFor();
  await page.locator('.sticky-actions button[value=save]').click();
  await page.locator('#login').fill((await pages.visitor('agency', unit)).login);
  await page.locator('#password').fill('mat-khau-thu-nghiem');
  await page.locator('main button').first().click();
  await page.locator('main form button', { hasText: 'Lưu và tiếp tục' }).click();
  await page.locator('#symbol').waitFor();
  expect((await stored()).symbol).toBe('333/KH-SNV');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanContent } from '../../domain/submission.ts';
import { plan, planOfUnit } from '../support/api.ts';
import type { Year } from '../support/pages.ts';
import { fillForm, submitAtReview } from './support/form.ts';
import { narrow, typeIn } from './support/people.ts';
import { openSite, type Site } from './support/site.ts';

let site: Site;
let year: Year;
beforeAll(async () => {
  site = await openSite();
  year = await site.pages.aYear();
});
afterAll(() => site.close());

const planOf = (unit: string): string => `/cycles/${year.cycle}/plans/${unit}`;
const save = 'form.draft .form-actions button[name=do][value=save]';
const submitted = async (unit: string) => site.pages.record.read.duties.find(`plan/${year.cycle}/${unit}`);

describe.each([
  { how: 'with scripts blocked', unit: 'so-ct', window: { javaScriptEnabled: false } },
  { how: 'in a window of 390 px', unit: 'so-tc', window: narrow },
])('the way of an agency $how', ({ unit, window }) => {
  it('leads from the draft through the check to the receipt', async () => {
    const agency = await site.person('agency', unit, window);
    const { page } = agency;
    const content = planOfUnit(unit);
    await agency.go('/work');
    await page.click(`main a[href^="${planOf(unit)}"]`);
    await page.click(`main a[href^="${planOf(unit)}/draft"]`);
    const typed = await fillForm(agency, planOf(unit), { ...content, budgetTotal: (content.budgetTotal ?? 0) + 1_000_000 }, plan);
    const finding = page.locator('#check-summary a').first();
    expect(await finding.textContent()).toContain('chênh');
    expect(await page.locator(`form[action="${planOf(unit)}/draft/submit"]`).count()).toBe(0);
    await finding.click();
    expect(new URL(page.url()).hash).toBe('#budgetTotal');
    expect(await page.locator('.govuk-form-group:has(#budgetTotal) .finding--blocking').textContent()).toContain('chênh');
    await fillForm(agency, planOf(unit), { ...typed, budgetTotal: content.budgetTotal } as PlanContent, plan, ['budget', 'narrative']);
    const receipt = await submitAtReview(page, planOf(unit));
    expect(receipt).toBe(`${planOf(unit)}/versions/1/receipt`);
    expect(await page.textContent('.receipt code')).toBe((await submitted(unit))?.contentHash);
    expect(site.problems).toEqual([]);
  });
});

it('two people at one draft: what both changed is put before the second, and nothing is lost', async () => {
  const first = await site.person('agency', 'so-nv');
  const second = await site.again(first);
  const address = `${planOf('so-nv')}/draft/general`;
  await Promise.all([first.go(address), second.go(address)]);
  await first.page.fill('#symbol', '11/KH-SNV');
  await first.page.fill('[id="focalPoint.name"]', 'Người thứ nhất');
  await first.page.click(save);
  await first.page.waitForSelector('.govuk-notification-banner');
  await second.page.fill('[id="focalPoint.phone"]', '0269 111 222');
  await second.page.fill('#symbol', '22/KH-SNV');
  await second.page.click(save);
  await second.page.waitForSelector('.both');
  const both = await second.page.textContent('.both');
  expect(both).toContain('11/KH-SNV');
  expect(both).toContain('22/KH-SNV');
  await second.page.check('input[name="pick:symbol"][value=mine]');
  await second.page.click(save);
  // Nothing is left to choose or to mend: what the first one typed meanwhile was no empty field of the second.
  await second.page.waitForSelector('.govuk-notification-banner');
  await first.go(address);
  const values = await Promise.all(['symbol', 'focalPoint.name', 'focalPoint.phone'].map((id) => first.page.inputValue(`[id="${id}"]`)));
  expect(values).toEqual(['22/KH-SNV', 'Người thứ nhất', '0269 111 222']);
  expect(site.problems).toEqual([]);
});

it('a session that ends while the form is filled in loses nothing', async () => {
  const { page, context, go, login } = await site.person('agency', 'so-yt', { javaScriptEnabled: false });
  await go(`${planOf('so-yt')}/draft/narrative`);
  const words = 'Mục đích: phục vụ người dân, "đúng hẹn" & đủ <thủ tục>.\nDòng hai.';
  await page.fill('[id="sections.purpose"]', words);
  await context.clearCookies();
  await page.click(save);
  await page.waitForSelector('input[name=password]');
  expect(await page.textContent('main')).toContain('Phiên làm việc đã hết');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'sai-mat-khau');
  await page.click('main form button[type=submit]');
  await page.waitForSelector('#login-error');
  await typeIn(page, login);
  await page.click('main form button[type=submit]');
  await page.waitForURL(/\/draft\/narrative/);
  expect(await page.inputValue('[id="sections.purpose"]')).toBe(words);
  await go(`${planOf('so-yt')}/draft/narrative`);
  expect(await page.inputValue('[id="sections.purpose"]')).toBe(words);
});

it('a double click on submit gives one receipt', async () => {
  const agency = await site.person('agency', 'so-gddt');
  const { page } = agency;
  const own = await site.pages.as('agency', 'so-gddt');
  await own.put(`/cycles/${year.cycle}/plans/so-gddt/draft`, { content: planOfUnit('so-gddt') }, 0);
  await agency.go(`${planOf('so-gddt')}/draft/review`);
  // The library keeps a second press of a button from sending; without it the form's key does.
  await page.evaluate('document.querySelectorAll("[data-prevent-double-click]").forEach((each) => each.replaceWith(each.cloneNode(true)))');
  await page.dblclick(`form[action="${planOf('so-gddt')}/draft/submit"] button[type=submit]`);
  await page.waitForURL(/\/versions\/1\/receipt$/);
  expect((await site.pages.record.read.submissions.listOf(`plan/${year.cycle}/so-gddt`)).map(({ number }) => number)).toEqual([1]);
  await agency.go(planOf('so-gddt'));
  expect(await page.locator('a[href$="/receipt"]').count()).toBe(1);
});

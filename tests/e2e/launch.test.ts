import { afterAll, beforeAll, expect, it } from 'vitest';
import { parts, plan } from '../support/api.ts';
import { openSite, type Site } from './support/site.ts';

const launched = ['so-nv', 'so-yt', 'so-tc'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('three units are launched by clicking: every step, the preview, the guidance', async () => {
  const { page, go } = await site.person('secretariat', parts.secretariat);
  const next = async (): Promise<void> => {
    const before = page.url();
    await page.click('main form button[name=button][value=next]');
    await page.waitForURL((url) => url.href !== before);
  };
  await go('/cycles');
  await page.click('main a[href="/cycles/new"]');
  await page.check(`input[name=planId][value="${plan.id}"]`);
  await page.fill('#key', 'ba-don-vi');
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/units');
  for (const code of await page.evaluate<string[]>('[...document.querySelectorAll("input[name=unit]:checked")].map(({ value }) => value)')) {
    if (!launched.includes(code)) await page.uncheck(`input[name=unit][value="${code}"]`);
  }
  await next();
  expect(await page.textContent('h1')).toBe('Thời hạn');
  for (const step of ['Phân công', 'Hướng dẫn']) {
    await next();
    expect(await page.textContent('h1')).toBe(step);
  }
  await page.fill('textarea[name=guidance]', 'Lập kế hoạch năm 2022 theo mẫu.');
  await next();
  expect(await page.textContent('h1')).toBe('Nhắc việc');
  await next();
  expect(await page.textContent('.page-head__lead')).toMatch(/^3 đơn vị, \d+ chỉ tiêu, nhắc việc đầu tiên vào /);
  await page.click('main form[action$="/launch"] button[type=submit]');
  await page.waitForURL('**/cycles/2022-ba-don-vi/progress');
  await go('/cycles/2022-ba-don-vi/guidance');
  await page.click('main form[action$="/guidance"] button[type=submit]');
  await page.waitForURL('**/cycles/2022-ba-don-vi/progress');
  expect(await page.textContent('.page-head__lead')).toContain('trong 3 đơn vị');
  expect(await site.pages.record.read.cycles.find('2022-ba-don-vi')).toMatchObject({ state: 'drafting', guidance: 'Lập kế hoạch năm 2022 theo mẫu.' });
  expect(site.problems).toEqual([]);
});

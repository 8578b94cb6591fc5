import { afterAll, beforeAll, expect, it } from 'vitest';
import { atTime } from '../../domain/plain-date.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type TestPages, type Year } from '../support/pages.ts';

/** Stands in the register and not in the plan. */
const joiner = 'cuc-thue';

let pages: TestPages;
let year: Year;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  pages.clock.now = atTime('2022-04-01', '09:00');
  const added = await (await pages.as('secretariat', parts.secretariat)).post(`/cycles/${year.cycle}/units`, { unit: joiner, reason: 'Tham gia từ quý II' });
  if (added.status >= 300) throw new Error(added.text);
});
afterAll(() => pages.close());

const exempt = 'Không phải báo cáo quý I vì tham gia từ 1/4/2022.';

it('the checklist of a unit that joined in mid-year says which report it does not owe, and why', async () => {
  const { $ } = await (await pages.visitor('agency', joiner)).get(`/cycles/${year.cycle}/checklist`);
  const rows = $('tbody tr').toArray().map((row) => $(row).text().replaceAll(/\s+/g, ' '));
  expect(rows[1]).toContain('không phải nộp');
  expect(rows[1]).toContain(exempt);
  expect(rows[1]).not.toContain('hạn nộp');
  expect(rows[2]).toContain('hạn nộp 20/6/2022');
  for (const row of [rows[0], rows[2]]) expect(row).not.toContain('Không phải báo cáo');
});

it('so do its story and the list of units; of a unit that was there from the start nothing is said', async () => {
  const secretariat = await pages.visitor('secretariat', parts.secretariat);
  expect((await secretariat.get(`/cycles/${year.cycle}/units/${joiner}`)).$('main').text()).toContain(exempt);
  expect((await secretariat.get(`/cycles/${year.cycle}/units/so-nv`)).$('main').text()).not.toContain('Không phải báo cáo');
  expect((await secretariat.get(`/cycles/${year.cycle}/units`)).$('main').text().split(exempt)).toHaveLength(2);
});

it('a unit that has left owes nothing more', async () => {
  const left = await (await pages.as('secretariat', parts.secretariat)).post(`/cycles/${year.cycle}/units/${joiner}/retire`, { reason: 'Sáp nhập' });
  expect(left.status, left.text).toBeLessThan(300);
  const { $ } = await (await pages.visitor('agency', joiner)).get(`/cycles/${year.cycle}/checklist`);
  expect($('main').text()).toContain('Không phải nộp vì đã rời chu kỳ ngày 1/4/2022.');
});

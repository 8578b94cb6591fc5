import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReportedYear } from '../support/a-reported-year.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

describe('what waits for somebody, on the start page', () => {
  let pages: TestPages;
  let cycle: string;
  beforeAll(async () => {
    pages = await openTestPages();
    ({ cycle } = await aReportedYear(pages, await pages.aYear('viec'), { upTo: 'Q1', everyone: true }));
  });
  afterAll(() => pages.close());

  it('is one line for many units of a kind, which leads to all of them', async () => {
    const secretary = await pages.visitor('secretariat', parts.secretariat);
    const { $ } = await secretary.get('/work');
    const line = $('table.data tbody tr').filter((_, row) => $(row).text().includes('Xem xét báo cáo quý I'));
    expect(line).toHaveLength(1);
    const many = Number(/(\d+) đơn vị/.exec(line.text())?.[1]);
    const listed = await secretary.get(line.find('th a').attr('href') ?? '');
    expect(many).toBeGreaterThan(5);
    expect([listed.status, listed.$('table.data tbody tr').length]).toEqual([200, many]);
    expect($('.page-head__lead').text()).toContain(`${many} việc`);
    expect(listed.$('table.data tbody').html()).toContain(`/cycles/${cycle}/reports/Q1/`);
  });

  it('is a line each for what a unit itself owes', async () => {
    const { $ } = await (await pages.visitor('agency', 'so-nv')).get('/work');
    expect($('table.data tbody th a').map((_, each) => $(each).attr('href')).get()).toContain(`/cycles/${cycle}/plans/so-nv/draft`);
  });
});

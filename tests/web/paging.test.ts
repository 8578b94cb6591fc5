import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../web/view/pager.ts';
import { parts, type Year } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

describe('a page of a long table', () => {
  const all = Array.from({ length: 101 }, (_, index) => index);
  const of = (asked: number | undefined, rows: readonly number[] = all) => pageOf(rows, { asked, perPage: 50, href: (page) => `/list?page=${page}` });

  it('holds so many rows, the last one what is left', () => {
    expect(of(undefined)).toMatchObject({ from: 1, to: 50, total: 101 });
    expect(of(3)).toMatchObject({ rows: [100], from: 101, to: 101, before: '/list?page=2', after: undefined });
    expect(of(1)).toMatchObject({ before: undefined, after: '/list?page=2' });
    expect([1, 2, 3].flatMap((page) => of(page).rows)).toEqual(all);
  });

  it('is the last one when a later one is asked for', () => {
    expect(of(9).pages.find(({ current }) => current)).toEqual({ number: '3', href: '/list?page=3', current: true });
  });

  it('has no others when everything fits', () => {
    expect(of(2, all.slice(0, 50))).toMatchObject({ rows: all.slice(0, 50), from: 1, to: 50, pages: [] });
    expect(of(1, [])).toMatchObject({ rows: [], total: 0, pages: [] });
  });
});

describe('duties of a year with two rounds', () => {
  let pages: TestPages;
  let year: Year;
  let secretary: Visitor;
  beforeAll(async () => {
    pages = await openTestPages();
    year = await pages.aYear();
    await year.openReports('Q1');
    await year.openReports('Q2');
    secretary = await pages.visitor('secretariat', parts.secretariat);
  });
  afterAll(() => pages.close());

  const at = (rest: string): string => `/cycles/${year.cycle}${rest}`;
  const rowsOf = ({ $ }: Shown): readonly string[] => $('table.data tbody tr td a').toArray().map((each) => $(each).attr('href') ?? '');

  it('come by pages that say which rows they show, and together show each row once', async () => {
    const first = await secretary.get(at('/duties?sort=-due'));
    const next = first.$('.govuk-pagination a').toArray().map((each) => first.$(each).attr('href') ?? '').find((href) => href.includes('page=2')) ?? '';
    const second = await secretary.get(next);
    expect(first.$('.table-tools').text()).toContain('Dòng 1–100 trong 111');
    expect(second.$('.table-tools').text()).toContain('Dòng 101–111 trong 111');
    expect(second.$('[aria-sort=descending]').text()).toBe('Hạn hiện tại');
    expect(new Set([...rowsOf(first), ...rowsOf(second)]).size).toBe(111);
    expect((await secretary.get(at('/duties.csv?page=2'))).text.trim().split('\r\n')).toHaveLength(112);
  });

  it('are of units that are found without marks', async () => {
    const found = await secretary.get(at('/units?q=so%20noi%20vu'));
    expect(found.$('table.data tbody th').toArray().map((each) => found.$(each).text())).toEqual(['Sở Nội vụ']);
    expect(found.$('.table-tools').text()).toContain('1 dòng');
    expect((await secretary.get(at('/units?q=khong-co'))).$('.page-head__lead').text()).toContain('37 đơn vị');
  });

  it('are counted whole, whichever page is shown', async () => {
    expect((await secretary.get(at('/duties?page=2'))).$('.page-head__lead').text()).toContain('111 việc');
    const filtered = await secretary.get(at('/duties?quarter=Q1'));
    expect(filtered.$('.table-tools').text()).toContain('37 dòng');
    expect(filtered.$('.govuk-pagination')).toHaveLength(0);
  });

  it('can all be extended at once, those of other pages too, but none that the filter leaves out', async () => {
    const { $ } = await secretary.get(at('/duties?kind=report&level=department'));
    expect($('[name=all]')).toHaveLength(0);
    expect((await secretary.get(at('/duties?kind=report'))).$('[name=all]')).toHaveLength(0);
    const whole = await secretary.get(at('/duties'));
    expect(whole.$('[name=all]').parent().text()).toContain('111');
    const asked = await secretary.get(at('/duties/extension?all=1'));
    expect(asked.$('[name=d]')).toHaveLength(111);
    const ofDistricts = await secretary.get(at('/duties/extension?all=1&level=district&kind=report'));
    expect(ofDistricts.$('[name=d]').toArray().map((each) => ofDistricts.$(each).attr('value')).every((value) => /^Q[12]\.ubnd-/.test(value ?? ''))).toBe(true);
    expect(ofDistricts.$('[name=d]')).toHaveLength(34);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { highlight } from '../../web/view/highlight.ts';
import { plan } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretary: Visitor;
let agency: Visitor;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  secretary = await pages.visitor('secretariat', 'so-tttt');
  agency = await pages.visitor('agency', 'so-nv');
});
afterAll(() => pages.close());

const look = (by: Visitor, q: string): Promise<Shown> => by.get(`/search?q=${encodeURIComponent(q)}`);
const found = ({ $ }: Shown, group: string): { text: string; href: string | undefined }[] =>
  $(`#${group} + ul > li`).toArray().map((each) => ({ text: $(each).children('a').first().text(), href: $(each).children('a').first().attr('href') }));
const links = ({ $ }: Shown): (string | undefined)[] => $('main .found a').toArray().map((each) => $(each).attr('href'));

describe('search', () => {
  it('finds a unit without marks, marks the words, and leads to its page and its story', async () => {
    const shown = await look(secretary, 'so noi VU');
    expect(found(shown, 'units')).toEqual([{ text: 'Sở Nội vụ', href: '/registers/units/so-nv' }]);
    expect(shown.$('#units + ul mark').toArray().map((each) => shown.$(each).text())).toContain('Nội');
    expect(links(shown)).toContain(`/cycles/${year.cycle}/units/so-nv`);
    expect(found(await look(secretary, 'Sở Nội vụ'), 'units')).toHaveLength(1);
  });

  it('leads a unit to its own story only', async () => {
    expect(links(await look(agency, 'so noi vu'))).toContain(`/cycles/${year.cycle}/units/so-nv`);
    const foreign = links(await look(agency, 'so y te'));
    expect(foreign).toContain('/registers/units/so-yt');
    expect(foreign.filter((href) => href?.includes('/cycles/'))).toEqual([]);
  });

  it('finds the targets of open cycles: figures for those who see them, the plan for the others', async () => {
    const target = plan.targets[0];
    if (!target) throw new Error('no target');
    expect(found(await look(secretary, target.name), 'targets').map(({ href }) => href)).toContain(`/cycles/${year.cycle}/trends/targets/${target.id}`);
    const seen = found(await look(agency, target.name), 'targets').map(({ href }) => href);
    expect(seen).toContain(`/plans/${plan.id}#${target.id}`);
    expect(seen.filter((href) => href?.includes('/trends/'))).toEqual([]);
  });

  it('finds cycles, plans, rules and pages', async () => {
    const shown = await look(secretary, '2022');
    expect(found(shown, 'cycles').map(({ href }) => href)).toEqual([`/cycles/${year.cycle}`]);
    expect(found(shown, 'plans').map(({ href }) => href)).toContain('/plans/gia-lai-2022');
    expect(found(await look(secretary, 'tong kinh phi'), 'rules').length + found(await look(secretary, 'tong'), 'rules').length).toBeGreaterThan(0);
    expect(found(await look(secretary, 'viec cua toi'), 'pages').map(({ href }) => href)).toEqual(['/work']);
  });

  it('shows nobody a page that is not for him', async () => {
    const hrefs = async (by: Visitor): Promise<(string | undefined)[]> => found(await look(by, 'tai khoan'), 'pages').map(({ href }) => href);
    expect(await hrefs(await pages.visitor('administrator', 'so-tttt'))).toContain('/admin/accounts');
    expect(await hrefs(agency)).not.toContain('/admin/accounts');
  });

  it('lists twenty of a kind, and leads to all where there is a list', async () => {
    const shown = await look(secretary, 't');
    const ofMany = /Hiện 20 trong (\d+)/.exec(shown.$('#units ~ p').first().text());
    expect(found(shown, 'units')).toHaveLength(20);
    expect(Number(ofMany?.[1])).toBeGreaterThan(20);
    expect(shown.$('a[href="/registers/units?q=t"]')).toHaveLength(1);
  });

  it('says what can be searched when asked for nothing, and when nothing is found', async () => {
    const nothing = await secretary.get('/search');
    expect(nothing.$('.empty').text()).toContain('mã đơn vị');
    expect(links(nothing)).toEqual([]);
    const none = await look(secretary, 'zzz-khong-co');
    expect(none.$('.page-head__lead').text()).toContain('Không có kết quả');
    expect(none.$('.empty').text()).toContain('zzz-khong-co');
    expect(found(await look(secretary, 'so noi vu zzz'), 'units')).toEqual([]);
  });

  it('takes markup for words', async () => {
    const shown = await look(secretary, '<b>so</b>"\'');
    expect(shown.text).not.toContain('<b>so');
    expect(shown.$('#q').val()).toBe('<b>so</b>"\'');
  });
});

it('marks whole beginnings of words, wherever the marks are written', () => {
  const marked = (text: string, query: string): string => highlight(text, query).toString();
  expect(marked('Sở Nội vụ', 'noi so')).toBe('<mark>Sở</mark> <mark>Nội</mark> vụ');
  expect(marked('Đức Cơ', 'duc')).toBe('<mark>Đức</mark> Cơ');
  expect(marked('Quy định', 'uy')).toBe('Quy định');
  expect(marked('<i>Sở</i>', 'so')).toBe('&lt;i&gt;<mark>Sở</mark>&lt;/i&gt;');
  expect(marked('so-nv', 'so-nv')).toBe('<mark>so</mark>-<mark>nv</mark>');
});

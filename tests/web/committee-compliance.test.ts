import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standings } from '../../domain/verdict.ts';
import { aReportedYear, reportOf, type ReportedYear } from '../support/a-reported-year.ts';
import { parts, plan } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

describe('units and targets in one table', () => {
  let pages: TestPages;
  let year: ReportedYear;
  let committee: Visitor;
  let emptyBefore: Shown;
  const base = (): string => `/cycles/${year.cycle}`;

  beforeAll(async () => {
    pages = await openTestPages();
    const drafting = await pages.aYear();
    emptyBefore = await (await pages.visitor('secretariat', parts.secretariat)).get(`/cycles/${drafting.cycle}/compliance`);
    year = await aReportedYear(pages, drafting);
    committee = await pages.visitor('committee', parts.committee);
  });
  afterAll(() => pages.close());

  const nameOf = async (unit: string): Promise<string> => (await pages.record.read.units.find(unit))?.name ?? '';
  const rowOf = ({ $ }: Shown, name: string) => $('table.heat tbody tr').filter((_, row) => $(row).find('th a').text() === name);

  it('says before the first round what will be here and when', () => {
    expect(emptyBefore.status).toBe(200);
    expect(emptyBefore.$('.page-head__lead').text()).toContain('20/3/2022');
    expect(emptyBefore.$('.empty').length).toBe(1);
  });

  it('names before the table who is behind, on what and since when, and where to decide; a part of the province shows the table alone', async () => {
    const { $ } = await committee.get(`${base()}/compliance?quarter=Q2`);
    const [units, targets] = $('.attention__list').toArray();
    const first = $(units).find('li').first();
    expect(first.text()).toMatch(/\d+\/\d+ chỉ tiêu chưa bảo đảm; .*(từ quý I|mới trong quý II)/);
    expect(first.find('a').last().attr('href')).toMatch(/\/directives\/new\?quarter=Q2&unit=so-|\/directives\/new\?quarter=Q2&unit=ubnd-/);
    expect($(targets).find('li').first().text()).toMatch(/\d+\/\d+ đơn vị chưa bảo đảm/);
    const silent = $('main li').filter((_, each) => $(each).text().startsWith('từ quý I: '));
    const more = silent.find('a').last();
    expect([silent.find('a').length, more.text()]).toEqual([9, `và ${plan.units.length - year.reporting.length - 8} đơn vị khác`]);
    expect((await committee.get(more.attr('href') ?? '')).text).toContain(await nameOf(year.missing));
    expect((await committee.get(`${base()}/compliance?quarter=Q2&level=department`)).$('.attention__list')).toHaveLength(0);
  });

  it('answers first, then shows every unit with symbol and figure in every cell', async () => {
    const shown = await committee.get(`${base()}/compliance?quarter=Q2`);
    expect(shown.$('.page-head__lead').text()).toContain(`Quý II: ${year.reporting.length}/${plan.units.length} đơn vị đã báo cáo`);
    expect(shown.$('table.heat tbody tr')).toHaveLength(plan.units.length);
    expect(shown.$('.legend li')).toHaveLength(standings.length);
    const symbols = /^[✓↗!✕?–◦]/;
    const texts = shown.$('table.heat tbody td[class^="cell--"]').toArray().map((cell) => shown.$(cell).text().trim());
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => !symbols.test(text))).toEqual([]);
    const missing = rowOf(shown, await nameOf(year.missing));
    expect(missing.find('td.cell--no-data').first().text()).toBe('? chưa nộp');
    expect(missing.find('td.cell--met, td.cell--missed, td.cell--behind')).toHaveLength(0);
    expect(rowOf(shown, await nameOf(year.late)).find('.heat__late').text()).toBe('nộp chậm');
  });

  it('totals are of what is shown', async () => {
    const { $ } = await committee.get(`${base()}/compliance?quarter=Q2&level=district`);
    const districts = $('table.heat tbody tr').length;
    expect(districts).toBe(17);
    const column = $('table.heat thead th').toArray().findIndex((head) => $(head).find('.heat__name').text().startsWith('Hồ sơ công việc xử lý trên môi trường mạng, cấp huyện'));
    const met = $('table.heat tbody tr').toArray().filter((row) => $(row).children().eq(column).hasClass('cell--met')).length;
    expect($('table.heat tfoot tr').children().eq(column).text()).toBe(`${met}/${districts}`);
    expect($('select[name=level] option[selected]').text()).toBe('cấp huyện');
  });

  it('sorts by name, points and a target; what is not judged stays last', async () => {
    const scores = async (sort: string): Promise<readonly number[]> => {
      const { $ } = await committee.get(`${base()}/compliance?quarter=Q2&sort=${sort}`);
      return $('table.heat tbody tr').toArray().map((row) => Number($(row).find('td.figure').first().text().replace(',', '.')));
    };
    const best = await scores('-points');
    expect(best).toEqual(best.toSorted((a, b) => b - a));
    expect(new Set(best).size).toBeGreaterThan(3);
    const byTarget = await committee.get(`${base()}/compliance?quarter=Q2&sort=-ct-10-4`);
    expect(byTarget.$('[aria-sort=descending]').text()).toContain('cấp huyện');
    expect(byTarget.$('table.heat tbody tr').first().find('th').text()).toContain(await nameOf(year.late));
  });

  it('leads in three clicks from a cell to the typed figure and the sentence of the plan', async () => {
    const table = await committee.get(`${base()}/compliance?quarter=Q2`);
    const link = rowOf(table, await nameOf('so-nv')).find('td.cell--behind a').first();
    const target = plan.targets.find(({ id }) => link.attr('href')?.endsWith(`/${id}`));
    const cell = await committee.get(link.attr('href') ?? '');
    const submission = await pages.record.read.submissions.latestOf(`report/${year.cycle}/Q2/so-nv`);
    const typed = submission?.content.kind === 'report' ? submission.content.targets.find((each) => each.target === target?.id) : undefined;
    expect(cell.$('main').text()).toContain(target?.quote);
    const figures = cell.$('main dl.facts').first().text().replaceAll('.', '');
    expect(figures).toContain(String(typed?.numerator));
    expect(figures).toContain(String(typed?.denominator));
    expect(cell.$('.finding').text()).toContain('chậm');
    expect(cell.$('.finding').text()).toMatch(/Số liệu lũy kế đạt mức hoặc mốc của chỉ tiêu\s+\(target-figure, phiên bản \d/);
    const version = cell.$('a').toArray().map((each) => cell.$(each).attr('href') ?? '').find((href) => href.includes('/versions/')) ?? '';
    expect(version).toBe(`/cycles/${year.cycle}/reports/Q2/so-nv/versions/1#target-${target?.id}`);
    const whole = await committee.get(version.split('#')[0] ?? '');
    expect(whole.$(`#target-${target?.id} .finding`).text()).toContain(target?.clause);
    expect(whole.$('.hash').text()).toBe(submission?.hash);
  });

  it('says why a figure is missing', async () => {
    const notSent = await committee.get(`${base()}/compliance/Q2/${year.missing}/ct-10-4`);
    expect(notSent.$('.govuk-inset-text').text()).toContain('chưa nộp báo cáo');
    const closed = await committee.get(`${base()}/compliance/Q1/${year.missing}/ct-10-4`);
    expect(closed.$('.govuk-inset-text').text()).toContain('không nộp báo cáo đến khi đợt báo cáo đóng');
  });

  it('gives the table to spreadsheets', async () => {
    const { text, headers } = await committee.get(`${base()}/compliance.csv?quarter=Q2&level=district`);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.trim().split('\r\n');
    expect(text.startsWith('\uFEFFMã đơn vị;Đơn vị;Điểm')).toBe(true);
    expect(lines).toHaveLength(18);
    expect(lines.find((line) => line.startsWith(`${year.late};`))).toMatch(/;\d+(,\d+)?;(đạt|đúng tiến độ|chậm)/);
  });

  it('shows a report that comes in at once', async () => {
    const lead = async (): Promise<string> => (await committee.get(`${base()}/compliance?quarter=Q2`)).$('.page-head__lead').text();
    const before = await lead();
    const answer = await (await pages.as('agency', year.missing)).post(`${year.report('Q2', year.missing)}/submissions`, { content: reportOf(year.missing, 'Q2', 0.97) });
    expect([before, answer.status]).toEqual([expect.stringContaining(`${year.reporting.length}/`), 201]);
    expect(await lead()).toContain(`${year.reporting.length + 1}/`);
  });

  it('is for those who may read compliance; a unit sees its own cells and submissions, and no other exists for it', async () => {
    const agency = await pages.visitor('agency', 'so-nv');
    for (const path of ['compliance', 'compliance.csv', 'ranking', 'ranking.csv', 'quarters', 'quarters/Q1', 'trends/targets/ct-10-2']) expect(`${path} ${(await agency.get(`${base()}/${path}`)).status}`).toBe(`${path} 403`);
    for (const path of ['compliance/Q2/so-nv/ct-10-2', 'reports/Q2/so-nv/versions/1', 'trends/units/so-nv']) {
      expect(`${path} ${(await agency.get(`${base()}/${path}`)).status}`).toBe(`${path} 200`);
      expect(`${path} ${(await agency.get(`${base()}/${path.replace('so-nv', 'so-yt')}`)).status}`).toBe(`${path} 404`);
    }
    expect((await committee.get(`${base()}/compliance/Q2/so-nv/ct-15-1`)).status).toBe(404);
    expect((await committee.get(`${base()}/reports/Q2/so-nv/versions/7`)).status).toBe(404);
  });
});

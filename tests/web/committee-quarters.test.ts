import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../../domain/submission.ts';
import { aReportedYear, type ReportedYear } from '../support/a-reported-year.ts';
import { parts, planOfUnit } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

describe('the committee\'s quarter', () => {
  let pages: TestPages;
  let year: ReportedYear;
  let committee: Visitor;
  const base = (): string => `/cycles/${year.cycle}`;

  beforeAll(async () => {
    pages = await openTestPages();
    const drafting = await pages.aYear();
    const submitted = await (await pages.as('agency', 'so-nv')).post(`${drafting.plan}/submissions`, { content: planOfUnit() });
    if (submitted.status !== 201) throw new Error(submitted.text);
    year = await aReportedYear(pages, drafting);
    committee = await pages.visitor('committee', parts.committee);
  });
  afterAll(() => pages.close());

  it('the frozen report keeps what was presented; a correction stands beside it with both figures', async () => {
    const presented = await committee.get(`${base()}/quarters/Q1`);
    expect(presented.$('.page-head__lead').text()).toContain('Như đã trình ngày 23/3/2022');
    expect(presented.$('main').text()).toContain('Không có số liệu nào được đính chính sau khi trình');
    const [counts] = [presented.$('.tiles').text()];
    const before = await pages.record.read.submissions.latestOf(`report/${year.cycle}/Q1/so-nv`);
    const content = before?.content as ReportContent;
    const [first] = content.targets.filter((figure) => typeof figure.numerator === 'number');
    const corrected = { ...content, targets: content.targets.map((figure) => (figure.target === first?.target ? { ...figure, numerator: (figure.numerator ?? 0) + 1, comment: 'Đếm lại' } : figure)) };
    const answer = await (await pages.as('agency', 'so-nv')).post(`${year.report('Q1')}/correction`, { reason: 'Đếm sót một hồ sơ', content: corrected });
    expect(answer.status).toBe(201);
    const after = await committee.get(`${base()}/quarters/Q1`);
    expect(after.$('.tiles').text()).toBe(counts);
    const row = after.$('table').first().find('tbody tr').first().text().replaceAll('.', '');
    expect(row).toContain(`${first?.numerator}/${first?.denominator}`);
    expect(row).toContain(`${(first?.numerator ?? 0) + 1}/${first?.denominator}`);
    const cell = await committee.get(`${base()}/compliance/Q1/so-nv/${first?.target}`);
    expect(cell.$('main').text()).toContain('Đính chính sau khi báo cáo quý đã chốt');
  });

  it('the committee\'s start page leads to today\'s figures, the last frozen report and the directives; a unit\'s has none of it', async () => {
    const { $ } = await committee.get('/');
    for (const href of [`${base()}/compliance?quarter=Q2`, `${base()}/quarters/Q1`, `${base()}/directives`]) expect($(`main a[href="${href}"]`), href).toHaveLength(1);
    expect($('main').text()).toContain('Báo cáo quý I, chốt ngày 23/3/2022');
    expect((await (await pages.visitor('agency', 'so-nv')).get('/')).$(`main a[href="${base()}/directives"]`)).toHaveLength(0);
  });

  it('the committee\'s start page says who is behind before it leads anywhere; what was decided stands instead of the way to decide', async () => {
    const brief = async () => (await committee.get('/')).$('.attention__list').first().find('li').first();
    const before = await brief();
    expect(before.text()).toMatch(/chỉ tiêu chưa bảo đảm/);
    const unit = /unit=([\w-]+)/.exec(before.find('a').last().attr('href') ?? '')?.[1] ?? '';
    await (await pages.as('committee', parts.committee)).post(`/cycles/${year.cycle}/directives`, { text: 'Rà soát các chỉ tiêu chậm', unit, due: '2022-08-31', quarter: 'Q2' });
    const after = await brief();
    expect(after.find('a').last().text()).toMatch(/^Đã có kết luận số \d+, hạn 31\/8\/2022$/);
    expect((await (await pages.visitor('secretariat', parts.secretariat)).get('/')).$('.attention__list')).toHaveLength(0);
  });

  it('every page ends its way with itself, once', async () => {
    for (const path of ['compliance', 'ranking', 'quarters', 'quarters/Q1', 'directives', 'trends/targets/ct-05-3']) {
      const { $ } = await committee.get(`${base()}/${path}`);
      const way = $('.govuk-breadcrumbs__list-item').toArray().map((each) => $(each).text().trim());
      expect([way.at(-1), way.filter((each) => each === way.at(-1)).length], path).toEqual([$('h1').text(), 1]);
    }
  });

  it('names who was late and who sent nothing', async () => {
    const { $ } = await committee.get(`${base()}/quarters/Q1`);
    const rows = $('table').toArray().map((table) => $(table).text()).find((text) => text.includes('nộp chậm') && text.includes('không nộp')) ?? '';
    expect(rows).toContain((await pages.record.read.units.find(year.missing))?.name);
    expect(rows).toContain((await pages.record.read.units.find(year.late))?.name);
  });

  it('a round that is not frozen says so', async () => {
    const { $, status } = await committee.get(`${base()}/quarters/Q2`);
    expect([status, $('.page-head__lead').text()]).toEqual([200, 'Quý II chưa chốt.']);
    const { $: list } = await committee.get(`${base()}/quarters`);
    expect(list('tbody tr').toArray().map((row) => list(row).children().eq(3).text().split(',')[0])).toEqual(['đã chốt', 'đang nhận báo cáo', 'chưa mở', 'chưa mở']);
    expect((await committee.get(`${base()}/quarters/Q3`)).status).toBe(404);
  });

  it('ranks with the formula on the page, ties shared, movement since the quarter before', async () => {
    const { $ } = await committee.get(`${base()}/ranking?quarter=Q2`);
    expect($('main').text()).toContain('Điểm của đơn vị = trung bình cộng');
    const rows = $('tbody tr').toArray().map((row) => $(row).children().toArray().map((cell) => $(cell).text().trim()));
    const scores = rows.map((row) => Number(row[2]?.replace(',', '.')));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const last = rows.at(-1) ?? [];
    expect(last[5]).toBe('chưa nộp');
    expect(last[0]).toContain('=');
    expect(rows.filter((row) => /^[↑↓=]/.test(row[6] ?? ''))).toHaveLength(rows.length);
    expect((await committee.get(`${base()}/ranking.csv?quarter=Q2`)).text.trim().split('\r\n')).toHaveLength(rows.length + 1);
  });

  it('draws how a target and a unit moved, with the same figures in the table beneath', async () => {
    for (const path of ['trends/targets/ct-05-3', 'trends/units/so-nv']) {
      const { $ } = await committee.get(`${base()}/${path}`);
      const picture = $('svg[role=img]');
      expect(picture.attr('aria-label')).toMatch(/quý I/);
      expect(picture.find('circle')).toHaveLength(2);
      expect(picture.find('[style]')).toHaveLength(0);
      expect($('table.data')).toHaveLength(1);
      if (path.includes('targets')) for (const text of picture.find('.chart__value').toArray()) expect($('table.data').text()).toContain($(text).text());
    }
    const { $ } = await committee.get(`${base()}/trends/units/${year.missing}`);
    expect($('svg circle')).toHaveLength(0);
    expect($('.page-head__lead').text()).toBe('Chưa có số liệu nào.');
  });

  it('shows a unit\'s plan as it was sent', async () => {
    const { $, status } = await committee.get(`/cycles/${year.cycle}/plans/so-nv/versions/1`);
    expect(status).toBe(200);
    const plan = planOfUnit();
    expect($('tr[id^="target-"]')).toHaveLength(plan.targets.length);
    expect($('tr[id^="line-"]')).toHaveLength(plan.budget.length);
    for (const task of plan.tasks) expect($('main').text()).toContain(task.words.slice(0, 60));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportDutyId } from '../../domain/ids.ts';
import type { Submission } from '../../domain/duty.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import { aReportedYear, type ReportedYear } from '../support/a-reported-year.ts';
import { parts, plan } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor } from '../support/pages.ts';

/** A cell of the heat map that says that a target was missed. */
interface Red {
  readonly text: string;
  readonly href: string;
  readonly unit: string;
  readonly target: string;
}

const figures = new Intl.NumberFormat('vi-VN');

/** What the unit typed, as the pages write numbers. */
const typedBy = ({ numerator, denominator, value, answer }: TargetFigure): readonly string[] =>
  (answer === undefined || answer === null ? [numerator, denominator, value].filter((each) => each !== undefined && each !== null).map((each) => figures.format(each)) : [answer ? 'có' : 'không']);

describe('the last quarter of 2022, from a red cell of the heat map', () => {
  let pages: TestPages;
  let year: ReportedYear;
  let committee: Visitor;
  let map: Shown;
  let red: readonly Red[];
  beforeAll(async () => {
    pages = await openTestPages();
    year = await aReportedYear(pages, await pages.aYear(), { upTo: 'Q4' });
    committee = await pages.visitor('committee', parts.committee);
    map = await committee.get(`/cycles/${year.cycle}/compliance?quarter=Q4`);
    red = map.$('table.heat tbody td.cell--missed').toArray().map((cell) => {
      const href = map.$(cell).find('a').attr('href') ?? '';
      const [unit = '', target = ''] = href.split('/').slice(-2);
      return { text: map.$(cell).text().trim(), href, unit, target };
    });
  });
  afterAll(() => pages.close());

  const sent = async (unit: string): Promise<Submission> => {
    const submission = await pages.record.read.submissions.latestOf(reportDutyId(year.cycle, 'Q4', unit));
    if (!submission) throw new Error(`${unit} has sent nothing`);
    return submission;
  };
  const figureOf = async ({ unit, target }: Red): Promise<TargetFigure> => {
    const { content } = await sent(unit);
    const figure = content.kind === 'report' ? content.targets.find((each) => each.target === target) : undefined;
    if (!figure) throw new Error(`${unit} has typed nothing for ${target}`);
    return figure;
  };

  it('there are some, by symbol and words and not by colour alone', () => {
    expect(red.length).toBeGreaterThan(5);
    expect(red.filter(({ text }) => !text.startsWith('✕'))).toEqual([]);
    expect(map.$('.legend').text()).toContain('không đạt');
  });

  it('one click leads to the figure as the unit typed it, and to the sentence of the plan, word by word', async () => {
    for (const cell of red) {
      const { status, $ } = await committee.get(cell.href);
      const target = plan.targets.find(({ id }) => id === cell.target);
      expect(status, cell.href).toBe(200);
      expect($('.page-head__lead').text(), cell.href).toContain('không đạt');
      expect($('main h2').first().text(), cell.href).toBe('Số liệu đơn vị đã nhập');
      for (const typed of typedBy(await figureOf(cell))) expect($('main h2').first().nextAll('dl.facts').first().text(), cell.href).toContain(typed);
      expect($('blockquote.quote p').text(), cell.href).toBe(`“${target?.quote}”`);
      expect($('blockquote.quote footer').text(), cell.href).toBe(target?.clause);
    }
  });

  it('the second leads to the same figure in the submission, with its finding and content hash', async () => {
    const [cell] = red;
    if (!cell) throw new Error('no red cell');
    const first = await committee.get(cell.href);
    const href = first.$('main a[href*="/versions/"]').attr('href') ?? '';
    const second = await committee.get(href.split('#')[0] ?? '');
    const row = second.$(`[id="${href.split('#')[1] ?? ''}"]`);
    for (const typed of typedBy(await figureOf(cell))) expect(row.text()).toContain(typed);
    expect(row.find('.finding').text()).toContain('không đạt');
    expect(second.$('.hash').text()).toBe((await sent(cell.unit)).hash);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarAt } from '../../domain/cycle-clock.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { aspects, type Aspect } from '../../domain/plan.ts';
import type { PlanContent, ReportContent } from '../../domain/submission.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { parts, plan, planOfUnit, reportOfUnit } from '../support/api.ts';
import { until } from '../support/until.ts';
import { fillForm, submitAtReview } from './support/form.ts';
import { prepareLaunch, pressAtPreview } from './support/launch.ts';
import type { Person } from './support/people.ts';
import { openRealSystem, type RealSystem } from './support/real-system.ts';

/** A department that is refused by the check, one whose plan comes back, a district that never reports. */
const [refused, returned, silent] = ['so-nv', 'so-yt', 'ubnd-pleiku'] as const;
const units = [refused, returned, silent] as const;

let system: RealSystem;
let cycle: Cycle;
const contents = new Map<string, PlanContent>();

/**
 * Every date by which somebody must act lies most of a year ahead, and the year is long enough that no machine is too slow: a day passes in about a second, and at the
 * end far more slowly.
 */
const end = '2022-12-28';
const dates = {
  guidance: '2022-03-07', draftsDue: end, appraisalDue: end, approvalDue: end, closing: '2022-12-31', 'periods.0.due': '2022-08-31', 'periods.1.due': end, 'periods.2.due': end, 'periods.3.due': end,
  ...Object.fromEntries(['revision', 'appraisal', 'conclusion', 'approval', 'reportGrace', 'reportOpens'].map((work) => [`allowances.${work}`, '120'])),
};
const minutes = 20;

beforeAll(async () => {
  system = await openRealSystem({ LAUNCH_NEEDS_SECOND_PERSON: 'true' });
});
afterAll(() => system.close());

const planOf = (unit: string): string => `/cycles/${cycle.id}/plans/${unit}`;
const reportOf = (unit: string): string => `/cycles/${cycle.id}/reports/Q1/${unit}`;
const agency = (unit: string): Promise<Person> => system.person('agency', unit);
const stateOf = async (id: string): Promise<string | undefined> => (await system.record.read.duties.find(id))?.state;
const inState = (id: string, ...states: readonly string[]): Promise<unknown> => until(`${id} ${states.join(' or ')}`, async () => states.includes(await stateOf(id) ?? ''), 120_000);
const press = (page: Page): Promise<void> => page.click('main form[method=post] button[type=submit]');

/** Answers with one of the radios and gives the reason, if any; waits for the page that follows. */
async function answer({ page, go }: Person, path: string, value: string, reason = ''): Promise<void> {
  await go(path);
  await page.check(`input[name=answer][value=${value}]`);
  await page.fill('#reason', reason);
  await press(page);
  await page.waitForSelector('.govuk-notification-banner');
}

async function appraise(unit: string, disagreeing?: Aspect): Promise<void> {
  await inState(planDutyId(cycle.id, unit), 'appraisal');
  for (const aspect of aspects) {
    const appraiser = await system.person('appraiser', parts.appraisers[aspect]);
    await until(`opinion on ${unit}`, async () => await appraiser.go(`${planOf(unit)}/opinions/${aspect}`) === 200, 120_000);
    await answer(appraiser, `${planOf(unit)}/opinions/${aspect}`, aspect === disagreeing ? 'disagree' : 'agree', `Ý kiến về ${unit}, ${aspect}`);
  }
  await inState(planDutyId(cycle.id, unit), 'conclusion');
}

describe('the year of three units, by clicking', { timeout: 600_000 }, () => {
  it('begins as a rehearsal that one person prepares, with a file of its guidance, and a second one confirms', async () => {
    const secretary = await system.person('secretariat', parts.secretariat);
    const draft = await prepareLaunch(secretary, { planId: plan.id, key: 'e2e', units, dates, minutes, guidance: 'Hướng dẫn xây dựng kế hoạch năm 2022', file: 'Đề cương.pdf' });
    const preview = await secretary.page.textContent('main');
    for (const words of [`Diễn tập trong ${minutes} phút: 3 đơn vị`, 'Đề cương.pdf']) expect(preview).toContain(words);
    await pressAtPreview(secretary, draft, 'propose');
    await pressAtPreview(await system.person('secretariat', refused), draft, 'launch');
    const launched = await system.record.read.cycles.find('2022-e2e');
    if (!launched) throw new Error('no cycle was launched');
    cycle = launched;
    expect(cycle).toMatchObject({ rehearsal: true, state: 'guidance' });
  });

  it('goes on with the guidance, which opens the plans; the banner of a rehearsal stands above', async () => {
    const secretary = await system.person('secretariat', parts.secretariat);
    await secretary.go(`/cycles/${cycle.id}/guidance`);
    expect(await secretary.page.textContent('.rehearsal')).toContain('Diễn tập');
    await press(secretary.page);
    await secretary.page.waitForURL(`**/cycles/${cycle.id}/progress`);
    for (const unit of units) await inState(planDutyId(cycle.id, unit), 'draft');
    const author = await agency(refused);
    await author.go(`/cycles/${cycle.id}/guidance/files`);
    expect(await author.page.textContent('main a[download]')).toBe('Đề cương.pdf');
  });

  it.each(units)('the plan of %s is filled in, checked and submitted', async (unit) => {
    const author = await agency(unit);
    const content = planOfUnit(unit);
    const isWrong = unit === refused;
    let typed = await fillForm(author, planOf(unit), isWrong ? { ...content, budgetTotal: (content.budgetTotal ?? 0) + 1_000_000 } : content, plan) as PlanContent;
    if (isWrong) {
      expect(await author.page.textContent('#check-summary')).toContain('chênh 1.000.000 đồng');
      await author.page.click('#check-summary a');
      typed = { ...typed, budgetTotal: content.budgetTotal };
      await fillForm(author, planOf(unit), typed, plan, ['budget', 'narrative']);
    }
    expect(await submitAtReview(author.page, planOf(unit))).toBe(`${planOf(unit)}/versions/1/receipt`);
    contents.set(unit, typed);
  });

  it('one plan is returned with its reason at the place, mended and submitted again', async () => {
    await appraise(returned, 'technical');
    const lead = await system.person('appraiser', parts.leadAppraiser);
    await lead.go(`${planOf(returned)}/conclusion`);
    await lead.page.check('input[name=answer][value=concludeReturn]');
    await lead.page.fill('#reason', 'Chưa rõ đơn vị chủ trì');
    await lead.page.selectOption('#pinPlace0', { index: 1 });
    await lead.page.fill('#pinText0', 'Nêu rõ kết quả cần đạt');
    await press(lead.page);
    await lead.page.waitForSelector('.govuk-notification-banner');
    await inState(planDutyId(cycle.id, returned), 'returned');
    const author = await agency(returned);
    await author.go('/work');
    expect(await author.page.textContent('main')).toContain('Kế hoạch');
    const content = { ...contents.get(returned), symbol: '99/KH-SYT' } as PlanContent;
    await fillForm(author, planOf(returned), content, plan);
    expect(await submitAtReview(author.page, planOf(returned))).toBe(`${planOf(returned)}/versions/2/receipt`);
    contents.set(returned, content);
  });

  it('all are appraised by aspect, concluded and approved together', async () => {
    const lead = await system.person('appraiser', parts.leadAppraiser);
    for (const unit of units) {
      await appraise(unit);
      await answer(lead, `${planOf(unit)}/conclusion`, 'concludeFit');
      await inState(planDutyId(cycle.id, unit), 'approval');
    }
    const approver = await system.person('approver', parts.approver);
    await approver.go(`/cycles/${cycle.id}/queue`);
    for (const unit of units) await approver.page.check(`input[name=unit][value=${unit}]`);
    await approver.page.click('main form[method=get] button[type=submit]');
    await press(approver.page);
    for (const unit of units) await inState(planDutyId(cycle.id, unit), 'approved');
  });

  it('two units report the first quarter, one of them below a target; the secretariat accepts', async () => {
    for (const unit of [refused, returned]) {
      await inState(reportDutyId(cycle.id, 'Q1', unit), 'open');
      const author = await agency(unit);
      await fillForm(author, reportOf(unit), reportFrom(unit), plan);
      expect(await submitAtReview(author.page, reportOf(unit))).toBe(`${reportOf(unit)}/versions/1/receipt`);
      await answer(await system.person('secretariat', parts.secretariat), `${reportOf(unit)}/review`, 'accept');
      expect(await stateOf(reportDutyId(cycle.id, 'Q1', unit))).toBe('accepted');
    }
  });

  it('the third is missing when its date has passed, and the round is frozen for the committee', async () => {
    await dueLastYear(reportDutyId(cycle.id, 'Q1', silent));
    await inState(reportDutyId(cycle.id, 'Q1', silent), 'missing');
    await until('the round is frozen', async () => (await system.record.read.quarterRounds.find(cycle.id, 'Q1'))?.state === 'frozen', 120_000);
    const member = await system.person('committee', parts.committee);
    expect(await member.go(`/cycles/${cycle.id}/quarters/Q1`)).toBe(200);
    const frozen = await member.page.textContent('main') ?? '';
    for (const words of ['UBND thành phố Pleiku', 'Không nộp']) expect(frozen.toLocaleLowerCase('vi')).toContain(words.toLocaleLowerCase('vi'));
  });

  it('leads from a cell that is behind to the figure that the agency typed and the sentence of the plan, in three clicks', async () => {
    const { page, go } = await system.person('committee', parts.committee);
    await go(`/cycles/${cycle.id}/compliance?quarter=Q1`);
    await page.click(`table.heat a[href^="/cycles/${cycle.id}/compliance/Q1/${returned}/${missed()}"]`);
    await page.waitForSelector('blockquote.quote');
    const target = plan.targets.find(({ id }) => id === missed());
    expect(await page.textContent('blockquote.quote')).toContain(target?.quote ?? '–');
    expect(await page.textContent('main')).toContain('chậm');
    await page.click('a[href*="/versions/1#target-"]');
    await page.waitForURL(/\/versions\/1#target-/);
    expect(await page.textContent(`[id="target-${missed()}"]`)).toContain('1.007');
    expect(system.problems).toEqual([]);
  });
});

/** A ratio of the unit that its report misses by far. */
function missed(): string {
  const ratios = new Set(plan.targets.filter(({ measure }) => measure === 'ratio').map(({ id }) => id));
  const figure = reportOfUnit('Q1', contents.get(returned), returned).targets.find(({ target }) => ratios.has(target));
  if (!figure) throw new Error(`${returned} has no ratio to report`);
  return figure.target;
}

function reportFrom(unit: string): ReportContent {
  const content = reportOfUnit('Q1', contents.get(unit), unit);
  if (unit !== returned) return content;
  return { ...content, targets: content.targets.map((figure) => (figure.target === missed() ? { ...figure, numerator: 13, denominator: 1007, comment: 'Chưa triển khai được' } : figure)) };
}

/** A year goes by for one report. Its workflow is told as of any change. */
async function dueLastYear(duty: string): Promise<void> {
  const at = calendarAt(cycle.clock, Date.now());
  const due = dateOf(at - 300 * 86_400_000);
  await system.record.write((tx) => actOnDuty(tx, { duty, act: 'extend', actor: { kind: 'workflow', id: 'test' }, at, changes: { due, unitDue: due } }));
}

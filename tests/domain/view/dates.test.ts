import { describe, expect, it } from 'vitest';
import { atTime } from '../../../domain/plain-date.ts';
import { draftingLapsesAt } from '../../../domain/view/plan-dates.ts';
import { datedAt, isPunctual } from '../../../domain/view/punctuality.ts';
import { aPlanDuty, anOpinion, aReportDuty, calendar, cycle, spoken, viewAt } from './situation.ts';

describe('a plan', () => {
  it('can be withdrawn until the next working morning, when its appraisal starts', () => {
    const friday = aPlanDuty({ state: 'submitted', submittedAt: atTime('2021-10-29', '16:00') });
    expect(spoken(viewAt('2021-10-29 16:00', friday).appraisalAt)).toBe('2021-11-01 08:00');
  });

  it('is concluded as soon as the last opinion is there', () => {
    const opinions = [anOpinion('technical', { answer: 'agree', givenAt: atTime('2021-11-03', '09:00') }), anOpinion('security', { answer: 'agree', givenAt: atTime('2021-11-04', '10:00') })];
    expect(spoken(viewAt('2021-11-04 10:01', aPlanDuty({ state: 'appraisal' }), { opinions }).conclusionAt)).toBe('2021-11-04 10:00');
  });

  it('is concluded without the silent ones the working day after their last escalation', () => {
    const opinions = [anOpinion('technical', { answer: 'agree', givenAt: 1 }), anOpinion('security', { due: '2021-11-08' })];
    expect(spoken(viewAt('2021-11-04', aPlanDuty({ state: 'appraisal', due: '2021-11-08' }), { opinions }).conclusionAt)).toBe('2021-11-12 08:00');
  });

  it('gives its appraisers the time of an extension', () => {
    expect(spoken(viewAt('2021-11-04', aPlanDuty({ state: 'appraisal', due: '2021-11-15' }), { opinions: [anOpinion('security')] }).conclusionAt)).toBe('2021-11-19 08:00');
  });

  it('lapses when the approval date is over, whatever it waits for', () => {
    for (const state of ['draft', 'submitted', 'appraisal', 'conclusion', 'approval', 'returned'] as const) expect(spoken(viewAt('2021-11-04', aPlanDuty({ state })).closesAt)).toBe('2021-12-11 00:00');
  });

  it('has the time of a revision beyond it where somebody set a later due date', () => {
    expect(spoken(viewAt('2021-12-10', aPlanDuty({ state: 'returned', due: '2021-12-17' })).closesAt)).toBe('2021-12-25 00:00');
  });

  it('never closes once it has ended', () => {
    for (const state of ['approved', 'refused', 'lapsed', 'retired', 'cancelled'] as const) expect(viewAt('2021-12-20', aPlanDuty({ state }))).toMatchObject({ closesAt: null, isOpen: false });
  });
});

describe('a report', () => {
  it('closes when the grace after its due date is over', () => {
    expect(spoken(viewAt('2022-03-14', aReportDuty()).closesAt)).toBe('2022-03-30 00:00');
  });

  it('is overdue from the day after its due date', () => {
    expect(spoken(viewAt('2022-03-14', aReportDuty()).overdueAt)).toBe('2022-03-22 00:00');
  });

  it('has the grace of its own extension', () => {
    expect(spoken(viewAt('2022-03-14', aReportDuty({ due: '2022-04-04' })).closesAt)).toBe('2022-04-13 00:00');
  });
});

describe('a year that rests or is over', () => {
  it('lets nothing fall due', () => {
    expect(viewAt('2021-11-04', aPlanDuty(), { cycle: { ...cycle, pausedAt: 1 } }).isPaused).toBe(true);
    expect(viewAt('2021-11-04', aPlanDuty(), { isUnsettled: true }).isPaused).toBe(true);
    for (const state of ['closed', 'cancelled'] as const) expect(viewAt('2021-11-04', aPlanDuty(), { cycle: { ...cycle, state } }).isPaused).toBe(true);
    expect(viewAt('2021-11-04', aPlanDuty()).isPaused).toBe(false);
  });
});

describe('drafting', () => {
  it('ends with the approval date', () => {
    expect(spoken(draftingLapsesAt(cycle, calendar, 0))).toBe('2021-12-11 00:00');
  });

  it('has a whole round where it was opened too late for that', () => {
    expect(spoken(draftingLapsesAt({ ...cycle, publishedAt: atTime('2021-12-20', '09:00') }, calendar, 0))).toBe('2022-01-21 00:00');
  });
});

describe('a step taken late', () => {
  const at = atTime('2021-11-01', '08:00');
  it('is dated by its date when the delay is that of a timer', () => {
    expect(datedAt({ kind: 'identity' }, at, at + 900)).toBe(at);
    expect(datedAt({ kind: 'identity' }, at, at + 3_600_000)).toBe(at + 3_600_000);
  });

  it('measures the delay in real time', () => {
    const fast = { kind: 'segments' as const, segments: [{ calendar: at, real: 0 }, { calendar: at + 86_400_000, real: 1_000 }] };
    expect(isPunctual(fast, at, at + 86_400_000 * 30)).toBe(true);
  });
});

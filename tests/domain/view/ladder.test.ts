import { describe, expect, it } from 'vitest';
import { atTime } from '../../../domain/plain-date.ts';
import { workingCalendar } from '../../../domain/working-calendar.ts';
import { aPlanDuty, anOpinion, aReportDuty, cycle as situationCycle, spoken, viewAt } from './situation.ts';

const rungsAt = (...[when, duty, more]: Parameters<typeof viewAt>): readonly string[] => viewAt(when, duty, more).rungs.map(({ at, to }) => `${spoken(at)} ${to}`);

describe('the ladder of a draft', () => {
  it('stands at eight in the morning of working days around the due date', () => {
    expect(rungsAt('2021-10-01 10:00', aPlanDuty())).toEqual([
      '2021-10-15 08:00 unit', '2021-10-22 08:00 unit', '2021-10-28 08:00 unit', '2021-10-29 08:00 unit',
      '2021-11-01 08:00 leader', '2021-11-03 08:00 secretariat', '2021-11-05 08:00 committee',
    ]);
  });

  it('passes over days off', () => {
    const holiday = workingCalendar([{ date: '2021-11-01', kind: 'holiday', name: 'nghỉ', nameEn: 'off', source: 's' }]);
    expect(rungsAt('2021-10-29 09:00', aPlanDuty(), { calendar: holiday })).toContain('2021-11-02 08:00 leader');
  });

  it('leaves out what was sent, by its key', () => {
    const [first] = viewAt('2021-10-01', aPlanDuty()).rungs;
    expect(first?.key).toBe('plan/r1/2021-10-29/-10');
    expect(rungsAt('2021-10-15 08:00', aPlanDuty(), { reminders: [{ rung: 'plan/r1/2021-10-29/-10', to: 'unit' }] })[0]).toBe('2021-10-22 08:00 unit');
  });

  it('makes up for days without a worker by the latest rung alone', () => {
    expect(rungsAt('2021-11-01 09:30', aPlanDuty())).toEqual(['2021-11-01 08:00 leader', '2021-11-03 08:00 secretariat', '2021-11-05 08:00 committee']);
  });

  it('sends every rung that only the speed of the clock has passed', () => {
    const [from, real] = [atTime('2021-10-01', '00:00'), 1_000_000];
    const fast = { kind: 'segments' as const, segments: [{ calendar: from, real }, { calendar: atTime('2022-12-31', '00:00'), real: real + 60_000 }] };
    const view = viewAt('2021-11-01 09:30', aPlanDuty(), { cycle: { ...situationCycle, clock: fast } });
    expect(view.rungs).toHaveLength(7);
  });

  it('knows nothing of rungs before the wait began', () => {
    const returned = aPlanDuty({ state: 'returned', round: 2, due: '2021-11-16' });
    expect(rungsAt('2021-11-15 10:00', returned, { since: atTime('2021-11-15', '09:00') })[0]).toBe('2021-11-16 08:00 unit');
  });

  it('is the shorter one of revisions after a return, of a plan and of a report', () => {
    const returned = aPlanDuty({ state: 'returned', round: 2, due: '2021-11-16' });
    expect(rungsAt('2021-11-09 10:00', returned, { since: atTime('2021-11-09', '09:00') })).toEqual(['2021-11-15 08:00 unit', '2021-11-16 08:00 unit', '2021-11-17 08:00 leader', '2021-11-18 08:00 secretariat']);
    const report = aReportDuty({ state: 'returned', round: 2, due: '2022-03-25' });
    expect(viewAt('2022-03-22 10:00', report, { since: atTime('2022-03-22', '09:00') }).rungs.map(({ key }) => key)).toEqual(['revision/r2/2022-03-25/-1', 'revision/r2/2022-03-25/0', 'revision/r2/2022-03-25/+1', 'revision/r2/2022-03-25/+2']);
  });

  it('begins anew with a later due date', () => {
    expect(viewAt('2021-10-29 10:00', aPlanDuty({ due: '2021-11-12' }), { since: atTime('2021-10-29', '09:00') }).rungs[0]?.key).toBe('plan/r1/2021-11-12/-5');
  });
});

describe('others who are waited for', () => {
  it('are the appraisers who have not answered, each with its aspect', () => {
    const opinions = [anOpinion('technical', { answer: 'agree', givenAt: 1 }), anOpinion('investment'), anOpinion('security')];
    const view = viewAt('2021-11-01 08:00', aPlanDuty({ state: 'appraisal', due: '2021-11-08' }), { opinions });
    expect(view.opinionsOpen).toEqual(['investment', 'security']);
    expect(new Set(view.rungs.map(({ unit }) => unit))).toEqual(new Set(['kh', 'ca']));
    expect(view.rungs.find(({ isEscalation }) => isEscalation)?.to).toBe('leader');
  });

  it('are the lead appraiser for the conclusion and the approver for the decision', () => {
    expect(viewAt('2021-11-10', aPlanDuty({ state: 'conclusion', due: '2021-11-12' })).rungs.map(({ unit }) => unit)).toEqual(['tt', 'tt']);
    expect(viewAt('2021-11-10', aPlanDuty({ state: 'approval', due: '2021-11-18' })).rungs.map(({ unit }) => unit)).toEqual(['ub', 'ub']);
  });

  it('are nobody once something is submitted or over', () => {
    for (const state of ['submitted', 'approved', 'refused', 'lapsed', 'retired', 'cancelled'] as const) expect(viewAt('2021-11-10', aPlanDuty({ state })).rungs).toEqual([]);
    expect(viewAt('2022-03-18', aReportDuty({ state: 'submitted' })).rungs).toEqual([]);
  });
});

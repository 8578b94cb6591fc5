import { describe, expect, it } from 'vitest';
import { defaultLadder, type CycleSettings, type Ladders } from '../../domain/cycle.ts';
import { changedKinds, rungChanges, withLadder } from '../../domain/ladder-change.ts';
import { atTime } from '../../domain/plain-date.ts';
import { aPlanDuty, calendar, cycle, spoken, viewAt } from './view/situation.ts';

const { settings } = cycle;
const instant = (when: string) => { const [date = '', time = ''] = when.split(' '); return atTime(date, time); };
/** Rungs of a draft due on Friday 29/10/2021, by the settings given. */
const rungsAt = (when: string, by: CycleSettings, sent: readonly string[] = []): readonly string[] =>
  viewAt(when, aPlanDuty(), { cycle: { ...cycle, settings: by }, reminders: sent.map((days) => ({ rung: `plan/r1/2021-10-29/${days}`, to: 'unit' })) }).rungs.map(({ at, to }) => `${spoken(at)} ${to}`);
/** The usual ladder is -10 (15/10), -5 (22/10), -1, 0 to the unit, then above it. */
const changed = (when: string, plan: Ladders['plan'], before = settings) => withLadder(before, { plan }, instant(when));

describe('a ladder that was changed in a running year', () => {
  const tuesday = changed('2021-10-26 09:00', [{ days: -8, to: 'unit' }, { days: -4, to: 'unit' }, { days: -2, to: 'unit' }, { days: 0, to: 'unit' }]); // -8 was on the 19th, -4 on the 25th

  it('has its new rungs from then on, and does not make up for those it added in the past', () => {
    expect(rungsAt('2021-10-26 09:00', tuesday, ['-10', '-5'])).toEqual(['2021-10-27 08:00 unit', '2021-10-29 08:00 unit']);
    expect(rungsAt('2021-10-27 08:00', tuesday, ['-10', '-5'])[0]).toBe('2021-10-27 08:00 unit');
  });

  it('still makes up for what was missed before the change, once', () => {
    expect(rungsAt('2021-10-26 09:00', tuesday, ['-10'])).toEqual(['2021-10-22 08:00 unit', '2021-10-27 08:00 unit', '2021-10-29 08:00 unit']);
  });

  it('does not send an earlier rung because a later one that spoke for it was taken away', () => {
    const without = changed('2021-10-26 09:00', [{ days: -10, to: 'unit' }, { days: 0, to: 'unit' }]);
    expect(rungsAt('2021-10-26 09:00', without, ['-5'])).toEqual(['2021-10-29 08:00 unit']);
  });

  it('changes the rung of a morning that has not come yet, and not the one that has', () => {
    const rungs = [{ days: -3, to: 'leader' }, { days: 0, to: 'unit' }] as const;
    expect(rungsAt('2021-10-26 07:59', changed('2021-10-26 07:59', rungs), ['-10', '-5'])[0]).toBe('2021-10-26 08:00 leader');
    expect(rungsAt('2021-10-26 08:01', changed('2021-10-26 08:01', rungs), ['-10', '-5'])[0]).toBe('2021-10-29 08:00 unit');
  });

  it('and changed again keeps what held in between', () => {
    const again = changed('2021-10-28 09:00', [{ days: -7, to: 'unit' }, { days: 1, to: 'leader' }], tuesday);
    expect(again.earlierLadders?.map(({ until }) => spoken(until))).toEqual(['2021-10-26 09:00', '2021-10-28 09:00']);
    expect(rungsAt('2021-10-28 09:00', again, ['-10', '-5'])).toEqual(['2021-10-27 08:00 unit', '2021-11-01 08:00 leader']);
    expect(rungsAt('2021-10-28 09:00', again, ['-10', '-5', '-2'])).toEqual(['2021-11-01 08:00 leader']);
  });

  it('leaves the other kinds as they are', () => {
    expect(Object.keys(tuesday.earlierLadders?.[0]?.ladder ?? {})).toEqual(['plan']);
    expect(tuesday.ladder).toEqual({ ...defaultLadder, plan: tuesday.ladder.plan });
  });
});

describe('what a change is', () => {
  it('is told by what its rungs mean, not by how they are written', () => {
    const said = defaultLadder.plan.map((rung) => ({ ...rung, channels: ['email' as const], mayOptOut: rung.mayOptOut ?? false }));
    expect(changedKinds(defaultLadder, { plan: said, report: [{ days: 0, to: 'unit' }] })).toEqual(['report']);
  });

  it('is listed by day with how many it concerns: added, dropped, or sent in another manner', () => {
    const after = changed('2021-10-26 09:00', [{ days: -2, to: 'unit' }, { days: -1, to: 'unit', text: 'khan' }, { days: 0, to: 'unit' }, { days: 20, to: 'committee' }]);
    const plans = [aPlanDuty(), aPlanDuty(), aPlanDuty({ due: '2021-11-01' })].map(({ due }) => ({ ladder: 'plan' as const, due }));
    const changes = rungChanges([...plans, { ladder: 'report', due: '2021-10-29' }], settings, after, { from: instant('2021-10-26 09:00'), until: instant('2021-11-02 23:00'), calendar });
    expect(changes.map(({ change, on, kind, rung: { days, to }, matters }) => [on, kind, change, days, to, matters])).toEqual([
      ['2021-10-27', 'plan', 'added', -2, 'unit', 2],
      ['2021-10-28', 'plan', 'added', -2, 'unit', 1], ['2021-10-28', 'plan', 'altered', -1, 'unit', 2],
      ['2021-10-29', 'plan', 'altered', -1, 'unit', 1],
      ['2021-11-01', 'plan', 'dropped', 1, 'leader', 2],
      ['2021-11-02', 'plan', 'dropped', 1, 'leader', 1],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Directive } from '../../../domain/directive.ts';
import { atTime } from '../../../domain/plain-date.ts';
import { directiveView, type DirectiveFacts } from '../../../domain/view/directive-view.ts';
import { calendar, cycle, spoken } from './situation.ts';

/** Decided on Monday 7 March, due on Friday 25 March 2022. */
const directive: Directive = {
  id: '2022-t-4', cycle: cycle.id, number: 4, version: 1, text: 'Rà soát', unit: 'so-a', due: '2022-03-25', quarter: null, target: null, state: 'open',
  decidedAt: atTime('2022-03-07', '15:00'), decidedBy: 'x', doneAt: null, evidence: null,
};
const viewAt = (when: string, more: Partial<Directive> = {}, facts: Partial<DirectiveFacts> = {}) => {
  const [date = '', time = '08:00'] = when.split(' ');
  return directiveView({ directive: { ...directive, ...more }, cycle, reminders: [], since: directive.decidedAt, calendar, now: atTime(date, time), ...facts });
};
const rungs = (...given: Parameters<typeof viewAt>) => viewAt(...given).rungs.map(({ at, to }) => `${spoken(at)} ${to}`);

describe('the ladder of a directive', () => {
  it('reminds its unit, and escalates when it is overdue', () => {
    expect(rungs('2022-03-07 16:00')).toEqual([
      '2022-03-18 08:00 unit', '2022-03-24 08:00 unit', '2022-03-25 08:00 unit', '2022-03-28 08:00 leader', '2022-03-30 08:00 secretariat', '2022-04-01 08:00 committee',
    ]);
    expect(viewAt('2022-03-07 16:00').rungs[0]).toMatchObject({ key: 'directive/r1/2022-03-25/-5', isEscalation: false, mayOptOut: true, unit: 'so-a', due: '2022-03-25' });
  });

  it('makes up for days without a worker by the latest rung alone', () => {
    expect(rungs('2022-03-30 09:30')).toEqual(['2022-03-30 08:00 secretariat', '2022-04-01 08:00 committee']);
  });

  it('begins anew with another date', () => {
    expect(rungs('2022-03-28 10:00', { due: '2022-04-29' }, { since: atTime('2022-03-28', '09:00') })[0]).toBe('2022-04-22 08:00 unit');
  });

  it('ends when it is done, and with its year', () => {
    expect(viewAt('2022-03-28', { state: 'done' })).toMatchObject({ state: 'over', rungs: [] });
    expect(viewAt('2022-03-28', {}, { cycle: { ...cycle, state: 'closed' } })).toMatchObject({ state: 'over', rungs: [] });
    expect(viewAt('2022-03-28', {}, { cycle: { ...cycle, pausedAt: 1 } })).toMatchObject({ state: 'open', isPaused: true });
  });
});

import { describe, expect, it } from 'vitest';
import type { Directive } from '../../../domain/directive.ts';
import { atTime } from '../../../domain/plain-date.ts';
import { ladderOf } from '../../../domain/view/ladder.ts';
import { unsentDirectiveRungs, unsentRungs } from '../../../domain/view/unsent-rungs.ts';
import { workingCalendar } from '../../../domain/working-calendar.ts';
import { aCycle, aDuty } from '../../prisma/rows.ts';

const calendar = workingCalendar([]);
const cycle = { ...aCycle('2022-gl'), state: 'drafting' } as const;
const duty = { ...aDuty('a'), due: '2022-01-21', unitDue: '2022-01-21', openedAt: atTime('2022-01-10', '09:00') } as const;
const ladder = ladderOf({ ladder: 'plan', round: 1, unit: 'a', due: '2022-01-21' }, cycle.settings, calendar);
const daysOf = (rungs: ReturnType<typeof unsentRungs>) => rungs.map(({ rung, isAhead }) => `${rung.key.split('/').at(-1)} ${isAhead ? 'ahead' : 'merged'}`);

it('of a draft: what is to come, and what passed without a reminder since it was opened', () => {
  const sent = ladder.filter(({ key }) => key.endsWith('/-1')).map(({ key, to }) => ({ rung: key, to }));
  expect(daysOf(unsentRungs(duty, { cycle, reminders: sent, calendar, now: atTime('2022-01-20', '12:00') }))).toEqual(['-5 merged', '0 ahead', '+1 ahead', '+3 ahead', '+5 ahead']);
});

it('of what was submitted: only what passed before, nothing to come', () => {
  const submitted = { ...duty, state: 'submitted', submittedAt: atTime('2022-01-17', '09:00') } as const;
  expect(daysOf(unsentRungs(submitted, { cycle, reminders: [], calendar, now: atTime('2022-02-20', '12:00') }))).toEqual(['-5 merged']);
});

it('of a year that is over nothing is to come', () => {
  expect(daysOf(unsentRungs(duty, { cycle: { ...cycle, state: 'cancelled' }, reminders: [], calendar, now: atTime('2022-01-13', '12:00') }))).toEqual([]);
});

describe('of a directive', () => {
  const since = atTime('2022-03-21', '09:00');
  const directive: Directive = {
    id: '2022-gl-4', cycle: cycle.id, number: 4, version: 1, text: 'Rà soát', unit: 'a', due: '2022-03-25', quarter: null, target: null, state: 'open', decidedAt: atTime('2022-03-07', '15:00'), decidedBy: 'x', doneAt: null, evidence: null,
  };
  const at = (day: string, more: Partial<Parameters<typeof unsentDirectiveRungs>[2]> = {}) => ({ cycle, reminders: [], calendar, now: atTime(day, '12:00'), ...more });

  it('what is to come, and what passed without a reminder since it was given its date', () => {
    expect(daysOf(unsentDirectiveRungs(directive, since, at('2022-03-24')))).toEqual(['-1 merged', '0 ahead', '+1 ahead', '+3 ahead', '+5 ahead']);
    const reminders = [{ rung: 'directive/r1/2022-03-25/-1', to: 'unit' }] as const;
    expect(daysOf(unsentDirectiveRungs(directive, since, at('2022-03-24', { reminders })))).toEqual(['0 ahead', '+1 ahead', '+3 ahead', '+5 ahead']);
  });

  it('done, nothing is to come; nor in a year that is over', () => {
    expect(daysOf(unsentDirectiveRungs({ ...directive, state: 'done', doneAt: atTime('2022-03-24', '09:00') }, since, at('2022-04-20')))).toEqual(['-1 merged']);
    expect(daysOf(unsentDirectiveRungs(directive, since, at('2022-03-23', { cycle: { ...cycle, state: 'cancelled' } })))).toEqual([]);
  });
});

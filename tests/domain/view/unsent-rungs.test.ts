import { expect, it } from 'vitest';
import { atTime } from '../../../domain/plain-date.ts';
import { ladderOf } from '../../../domain/view/ladder.ts';
import { unsentRungs } from '../../../domain/view/unsent-rungs.ts';
import { workingCalendar } from '../../../domain/working-calendar.ts';
import { aCycle, aDuty } from '../../prisma/rows.ts';

const calendar = workingCalendar([]);
const cycle = { ...aCycle('2022-gl'), state: 'drafting' } as const;
const duty = { ...aDuty('a'), due: '2022-01-21', unitDue: '2022-01-21', openedAt: atTime('2022-01-10', '09:00') } as const;
const ladder = ladderOf({ ladder: 'plan', round: 1, unit: 'a', due: '2022-01-21' }, cycle.settings.ladder, calendar);
const daysOf = (rungs: ReturnType<typeof unsentRungs>) => rungs.map(({ rung, isAhead }) => `${rung.key.split('/').at(-1)} ${isAhead ? 'ahead' : 'merged'}`);

it('of a draft: what is to come, and what passed without a reminder since it was opened', () => {
  const sent = ladder.filter(({ key }) => key.endsWith('/-1')).map(({ key, to }) => ({ rung: key, to }));
  expect(daysOf(unsentRungs(duty, cycle, sent, calendar, atTime('2022-01-20', '12:00')))).toEqual(['-5 merged', '0 ahead', '+1 ahead', '+3 ahead', '+5 ahead']);
});

it('of what was submitted: only what passed before, nothing to come', () => {
  const submitted = { ...duty, state: 'submitted', submittedAt: atTime('2022-01-17', '09:00') } as const;
  expect(daysOf(unsentRungs(submitted, cycle, [], calendar, atTime('2022-02-20', '12:00')))).toEqual(['-5 merged']);
});

it('of a year that is over nothing is to come', () => {
  expect(daysOf(unsentRungs(duty, { ...cycle, state: 'cancelled' }, [], calendar, atTime('2022-01-13', '12:00')))).toEqual([]);
});

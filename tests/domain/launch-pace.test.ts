import { describe, expect, it } from 'vitest';
import { calendarAt, realAt, validateClock } from '../../domain/cycle-clock.ts';
import { launchPace } from '../../domain/launch-pace.ts';
import { addDays, dateOf, startOfDay } from '../../domain/plain-date.ts';
import type { PlanCalendar } from '../../domain/plan.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { loadPlan } from '../../plans/load.ts';

const calendar = workingCalendar([]);
const { calendar: dates } = loadPlan('gia-lai-2022');
const startReal = 1_700_000_000_000;
const minuteMs = 60_000;

describe('the clock of a year rehearsed by hand', () => {
  const { clock, slowDayMs, fastDayMs } = launchPace({ dates, minutes: 60, startReal }, calendar);
  const dayAt = (date: string): number => realAt(clock, startOfDay(addDays(date, 1))) - realAt(clock, startOfDay(date));

  it('is sound, begins on the day of the guidance and has closed the year after the minutes asked for', () => {
    expect(validateClock(clock)).toEqual([]);
    expect(dateOf(calendarAt(clock, startReal))).toBe(dates.guidance);
    expect(dateOf(calendarAt(clock, startReal + 60 * minuteMs))).toBe(dates.closing);
    expect(dateOf(calendarAt(clock, startReal + 59 * minuteMs)) < dates.closing).toBe(true);
  });

  it('takes its time before a deadline and hurries where none is near', () => {
    const [first] = dates.periods;
    expect(dayAt(addDays(first?.due ?? '', -3))).toBeCloseTo(slowDayMs, -2);
    expect(dayAt(addDays(first?.due ?? '', 45))).toBeCloseTo(fastDayMs, -2);
    expect(slowDayMs).toBeGreaterThan(5 * fastDayMs);
  });

  it.each([5, 17, 600])('can be made for %i minutes, to the millisecond', (minutes) => {
    const { clock: other } = launchPace({ dates, minutes, startReal }, calendar);
    expect(other.kind === 'segments' && other.segments.at(-2)?.real).toBe(startReal + minutes * minuteMs);
  });

  it('can be made for a year whose deadlines lie so close that no day is idle', () => {
    const close: PlanCalendar = { guidance: '2022-03-01', draftsDue: '2022-03-04', appraisalDue: '2022-03-08', approvalDue: '2022-03-10', periods: [{ quarter: 'Q1', from: '2022-03-01', to: '2022-03-10', due: '2022-03-14' }], closing: '2022-03-18' };
    expect(validateClock(launchPace({ dates: close, minutes: 30, startReal }, calendar).clock)).toEqual([]);
  });

  it('is refused where the year would last longer than its own days', () => {
    const day: PlanCalendar = { guidance: '2022-03-01', draftsDue: '2022-03-01', appraisalDue: '2022-03-01', approvalDue: '2022-03-01', periods: [{ quarter: 'Q1', from: '2022-03-01', to: '2022-03-01', due: '2022-03-01' }], closing: '2022-03-01' };
    expect(() => launchPace({ dates: day, minutes: 120, startReal }, calendar)).toThrow(RangeError);
  });
});

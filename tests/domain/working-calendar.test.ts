import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/plain-date.ts';
import { workingCalendar, type CalendarDay, type CalendarDayKind } from '../../domain/working-calendar.ts';

const seed = 20_240_429;
const entry = (date: string, kind: CalendarDayKind): CalendarDay => ({ date, kind, name: 'Ngày thử', nameEn: 'Test day', source: 'test' });

/** 30 April and 1 May 2024: Monday 29 April is off, Saturday 4 May is worked for it. */
const may2024 = workingCalendar([entry('2024-04-29', 'day-off-swap'), entry('2024-04-30', 'holiday'), entry('2024-05-01', 'holiday'), entry('2024-05-04', 'working-swap')]);
const plainWeeks = workingCalendar([]);

describe('which days are working', () => {
  it.each([['2024-04-26', true], ['2024-04-27', false], ['2024-04-28', false], ['2024-04-29', false], ['2024-04-30', false], ['2024-05-01', false], ['2024-05-02', true], ['2024-05-04', true], ['2024-05-05', false]])(
    '%s: %s', (date, isWorking) => {
      expect(may2024.isWorkingDay(date)).toBe(isWorking);
    },
  );

  it('an entry corrected later in the list counts', () => {
    const calendar = workingCalendar([entry('2024-05-06', 'holiday'), entry('2024-05-06', 'working-swap')]);
    expect(calendar.isWorkingDay('2024-05-06')).toBe(true);
    expect(calendar.find('2024-05-06')?.kind).toBe('working-swap');
    expect(calendar.find('2024-05-07')).toBeUndefined();
  });
});

describe('what is due on a day off', () => {
  it.each([['2024-04-27', '2024-05-02'], ['2024-04-30', '2024-05-02'], ['2024-05-04', '2024-05-04'], ['2024-05-05', '2024-05-06'], ['2024-05-02', '2024-05-02']])('%s is due on %s', (date, due) => {
    expect(may2024.dueOn(date)).toBe(due);
    expect(may2024.nextWorkingDay(date)).toBe(due);
  });

  it('crosses the year', () => {
    expect(workingCalendar([entry('2024-01-01', 'holiday')]).dueOn('2023-12-30')).toBe('2024-01-02');
  });
});

describe('counting working days', () => {
  it.each([
    ['2024-04-26', 1, '2024-05-02'], ['2024-04-26', 3, '2024-05-04'], ['2024-05-06', -1, '2024-05-04'], ['2024-05-02', -1, '2024-04-26'], ['2024-04-30', 1, '2024-05-02'],
    ['2024-04-30', -1, '2024-04-26'], ['2024-04-28', 0, '2024-04-28'], ['2024-05-04', 0, '2024-05-04'],
  ])('%s plus %d is %s', (date, days, expected) => {
    expect(may2024.addWorkingDays(date, days)).toBe(expected);
  });

  it('counts 29 February, and over the end of a year', () => {
    expect(plainWeeks.addWorkingDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(plainWeeks.addWorkingDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(plainWeeks.addWorkingDays('2021-12-31', 1)).toBe('2022-01-03');
    expect(plainWeeks.workingDaysBetween('2021-12-31', '2022-01-10')).toBe(6);
  });

  it.each([['2024-04-26', '2024-05-06', 4], ['2024-05-06', '2024-04-26', -4], ['2024-04-29', '2024-05-01', 0], ['2024-05-02', '2024-05-02', 0]])('from %s to %s are %d', (from, to, days) => {
    expect(may2024.workingDaysBetween(from, to)).toBe(days);
  });

  it('refuses what is no date or no count', () => {
    expect(() => may2024.addWorkingDays('2024-05-02', 0.5)).toThrow(RangeError);
    expect(() => may2024.workingDaysBetween('2024-05-02', '2024-02-30')).toThrow(RangeError);
    expect(() => may2024.isWorkingDay('2024-02-30')).toThrow(RangeError);
  });

  it('workingDaysBetween undoes addWorkingDays, which lands on working days', () => {
    const offsets = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom<CalendarDayKind>('holiday', 'working-swap', 'day-off-swap')), { maxLength: 25 });
    fc.assert(fc.property(offsets, fc.integer({ min: -30, max: 30 }), fc.integer({ min: -25, max: 25 }), (entries, start, days) => {
      const calendar = workingCalendar(entries.map(([offset, kind]) => entry(addDays('2024-02-29', offset), kind)));
      const from = addDays('2024-02-29', start);
      const to = calendar.addWorkingDays(from, days);
      expect(calendar.workingDaysBetween(from, to)).toBe(days);
      if (days !== 0) expect(calendar.isWorkingDay(to)).toBe(true);
      expect(calendar.isWorkingDay(calendar.dueOn(from))).toBe(true);
    }), { seed, numRuns: 500 });
  });
});

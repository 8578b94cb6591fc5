import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarAt, realAt, untilCalendar, validateClock } from '../../domain/cycle-clock.ts';
import { addDays, atTime, endOfDay, startOfDay } from '../../domain/plain-date.ts';
import { periodsOf } from '../../domain/period.ts';
import { rehearsalClock, type BusyWindow, type RehearsalPace } from '../../domain/rehearsal-clock.ts';

const seed = 20_220_920;
const startReal = Date.parse('2026-03-01T02:00:00Z');

/** The year 2022 in four minutes, with 30 s for the five days up to each report's due date. */
const year2022: RehearsalPace = {
  startReal,
  from: startOfDay('2021-11-01'),
  to: endOfDay('2023-01-15'),
  busy: periodsOf(2022).map((period) => ({ from: startOfDay(addDays(period.due, -5)), to: endOfDay(period.due), realMs: 30_000 })),
  totalRealMs: 240_000,
};

describe('a year in four minutes', () => {
  const clock = rehearsalClock(year2022);
  const realBetween = (from: number, to: number): number => realAt(clock, to) - realAt(clock, from);

  it('begins and ends when it should', () => {
    expect(validateClock(clock)).toEqual([]);
    expect(realAt(clock, year2022.from)).toBe(startReal);
    expect(realAt(clock, year2022.to)).toBe(startReal + 240_000);
    expect(calendarAt(clock, startReal)).toBe(year2022.from);
  });

  it('gives every busy window its time', () => {
    for (const window of year2022.busy) expect(Math.abs(realBetween(window.from, window.to) - window.realMs)).toBeLessThanOrEqual(1);
  });

  it('hurries evenly through the rest', () => {
    const januaryDay = realBetween(startOfDay('2022-01-10'), startOfDay('2022-01-20'));
    const julyDay = realBetween(startOfDay('2022-07-10'), startOfDay('2022-07-20'));
    expect(Math.abs(januaryDay - julyDay)).toBeLessThanOrEqual(2);
    expect(realBetween(startOfDay('2022-03-16'), startOfDay('2022-03-17'))).toBeGreaterThan(januaryDay / 2);
  });

  it('runs at real speed before and after, so it never leaves the century', () => {
    expect(calendarAt(clock, startReal - 60_000)).toBe(year2022.from - 60_000);
    expect(calendarAt(clock, startReal + 240_000 + 86_400_000)).toBe(year2022.to + 86_400_000);
  });

  it('does not wake anybody early', () => {
    const deadline = atTime('2022-03-20', '17:00');
    const wait = untilCalendar(clock, startReal, deadline);
    expect(calendarAt(clock, startReal + wait)).toBeGreaterThanOrEqual(deadline);
    expect(calendarAt(clock, startReal + wait - 1)).toBeLessThan(deadline);
  });
});

describe('overlapping windows', () => {
  it('each get at least their own time', () => {
    const clock = rehearsalClock({
      startReal: 0, from: 0, to: 1_000_000, totalRealMs: 1000,
      busy: [{ from: 100_000, to: 300_000, realMs: 200 }, { from: 200_000, to: 400_000, realMs: 400 }],
    });
    expect(realAt(clock, 300_000) - realAt(clock, 100_000)).toBe(400);
    expect(realAt(clock, 400_000) - realAt(clock, 200_000)).toBe(500);
    expect(realAt(clock, 1_000_000)).toBe(1000);
  });

  it('that touch leave no gap', () => {
    const busy = [{ from: 0, to: 500_000, realMs: 300 }, { from: 500_000, to: 1_000_000, realMs: 700 }];
    const clock = rehearsalClock({ startReal: 50, from: 0, to: 1_000_000, totalRealMs: 1000, busy });
    expect(calendarAt(clock, 350)).toBe(500_000);
    expect(calendarAt(clock, 1050)).toBe(1_000_000);
  });
});

describe('any possible rehearsal', () => {
  const pace = fc
    .record({
      from: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      windows: fc.array(fc.tuple(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 30_000 })), { maxLength: 15 }),
      restMs: fc.integer({ min: 1000, max: 300_000 }),
    })
    .map(({ from, windows, restMs }): RehearsalPace => {
      const day = 86_400_000;
      const busy = windows.map(([start, length, realMs]): BusyWindow => ({ from: from + start * day, to: from + (start + length) * day - 1, realMs }));
      return { startReal, from, to: from + 400 * day, busy, totalRealMs: restMs + busy.reduce((sum, window) => sum + window.realMs, 0) };
    });

  it('is sound, lasts as long as asked, and gives every window at least its time', () => {
    fc.assert(fc.property(pace, (given) => {
      const clock = rehearsalClock(given);
      expect(validateClock(clock)).toEqual([]);
      expect(realAt(clock, given.from)).toBe(startReal);
      expect(realAt(clock, given.to)).toBe(startReal + given.totalRealMs);
      for (const window of given.busy) expect(realAt(clock, window.to) - realAt(clock, window.from)).toBeGreaterThanOrEqual(window.realMs - 2);
    }), { seed, numRuns: 300 });
  });
});

describe('an impossible rehearsal is refused', () => {
  const base: RehearsalPace = { startReal: 0, from: 0, to: 1_000_000, busy: [], totalRealMs: 1000 };
  const window = { from: 100, to: 200_000, realMs: 500 };
  it.each<[string, Partial<RehearsalPace>]>([
    ['an end before the beginning', { to: 0 }],
    ['a window before the beginning', { busy: [{ ...window, from: -1 }] }],
    ['a window after the end', { busy: [{ ...window, to: 1_000_001 }] }],
    ['an empty window', { busy: [{ ...window, to: 100 }] }],
    ['a window without time', { busy: [{ ...window, realMs: 0 }] }],
    ['no time left for the rest', { busy: [{ ...window, realMs: 1000 }] }],
    ['no time at all', { totalRealMs: 0 }],
    ['fractions', { totalRealMs: 10.5 }],
    ['a window slower than real time', { busy: [{ from: 100, to: 200, realMs: 500 }] }],
    ['a year slower than real time', { totalRealMs: 1_000_001 }],
  ])('%s', (_, change) => {
    expect(() => rehearsalClock({ ...base, ...change })).toThrow(RangeError);
    expect(rehearsalClock(base).kind).toBe('segments');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarAt, identityClock, realAt, untilCalendar, validateClock, type CycleClock } from '../../domain/cycle-clock.ts';
import { atTime } from '../../domain/plain-date.ts';

const seed = 20_220_620;
const day = 86_400_000;

/** Sound clocks: up to a year of calendar, each segment between real speed and a million times as fast. */
const soundClock = fc
  .tuple(
    fc.integer({ min: 0, max: 4_000_000_000_000 }),
    fc.integer({ min: 0, max: 4_000_000_000_000 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 999_999 })), { minLength: 1, maxLength: 12 }),
  )
  .map(([calendarStart, realStart, steps]): CycleClock => {
    const segments = [{ calendar: calendarStart, real: realStart }];
    for (const [real, speed, extra] of steps) {
      const last = segments.at(-1) ?? { calendar: 0, real: 0 };
      segments.push({ calendar: last.calendar + real * speed + extra, real: last.real + real });
    }
    return { kind: 'segments', segments };
  });

const withMoments = soundClock.chain((clock) => {
  const points = clock.kind === 'segments' ? clock.segments : [];
  const [first, last] = [points[0], points.at(-1)];
  return fc.record({
    clock: fc.constant(clock),
    real: fc.integer({ min: (first?.real ?? 0) - 5000, max: (last?.real ?? 0) + 5000 }),
    otherReal: fc.integer({ min: (first?.real ?? 0) - 5000, max: (last?.real ?? 0) + 5000 }),
    calendar: fc.integer({ min: (first?.calendar ?? 0) - day, max: (last?.calendar ?? 0) + day }),
  });
});

describe('the clock in service', () => {
  it('is real time', () => {
    const now = atTime('2022-03-20', '17:00');
    expect(calendarAt(identityClock, now)).toBe(now);
    expect(realAt(identityClock, now)).toBe(now);
    expect(untilCalendar(identityClock, now, now + 1234)).toBe(1234);
    expect(untilCalendar(identityClock, now, now - 1)).toBe(0);
    expect(validateClock(identityClock)).toEqual([]);
  });
});

describe('a clock of two speeds', () => {
  const clock: CycleClock = { kind: 'segments', segments: [{ calendar: 1000, real: 0 }, { calendar: 2000, real: 100 }, { calendar: 2300, real: 200 }] };

  it.each([[0, 1000], [1, 1010], [99, 1990], [100, 2000], [101, 2003], [200, 2300], [210, 2330], [-5, 950]])('at real %d shows %d', (real, calendar) => {
    expect(calendarAt(clock, real)).toBe(calendar);
    expect(realAt(clock, calendar)).toBe(real);
  });

  it.each([[1001, 1], [1009, 1], [1011, 2], [2001, 101], [2004, 102], [2301, 201], [999, 0], [990, -1]])('reaches %d at real %d, rounded up', (calendar, real) => {
    expect(realAt(clock, calendar)).toBe(real);
  });

  it('waits for the rest, and never a negative time', () => {
    expect(untilCalendar(clock, 40, 2003)).toBe(61);
    expect(untilCalendar(clock, 40.5, 2003)).toBe(61);
    expect(untilCalendar(clock, 150, 2003)).toBe(0);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
  });
});

describe('any sound clock', () => {
  it('has no problems', () => {
    fc.assert(fc.property(soundClock, (clock) => {
      expect(validateClock(clock)).toEqual([]);
    }), { seed });
  });

  it('passes exactly through its points', () => {
    fc.assert(fc.property(soundClock, (clock) => {
      for (const point of clock.kind === 'segments' ? clock.segments : []) {
        expect(calendarAt(clock, point.real)).toBe(point.calendar);
        expect(realAt(clock, point.calendar)).toBe(point.real);
      }
    }), { seed });
  });

  it('never runs backwards, and its calendar always moves on with real time', () => {
    fc.assert(fc.property(withMoments, ({ clock, real, otherReal, calendar }) => {
      const [early, late] = [Math.min(real, otherReal), Math.max(real, otherReal)];
      expect(calendarAt(clock, late) - calendarAt(clock, early)).toBeGreaterThanOrEqual(late - early);
      expect(realAt(clock, calendar + 1)).toBeGreaterThanOrEqual(realAt(clock, calendar));
    }), { seed });
  });

  it('is inverted exactly by realAt', () => {
    fc.assert(fc.property(withMoments, ({ clock, real }) => {
      expect(realAt(clock, calendarAt(clock, real))).toBe(real);
    }), { seed, numRuns: 500 });
  });

  it('never lets a timer fire before its calendar moment, nor a millisecond later than needed', () => {
    fc.assert(fc.property(withMoments, ({ clock, real, calendar }) => {
      const fires = real + untilCalendar(clock, real, calendar);
      expect(Number.isSafeInteger(fires)).toBe(true);
      expect(calendarAt(clock, fires)).toBeGreaterThanOrEqual(calendar);
      if (fires > real) expect(calendarAt(clock, fires - 1)).toBeLessThan(calendar);
    }), { seed, numRuns: 500 });
  });
});

describe('an unsound clock', () => {
  it.each<[string, CycleClock, unknown]>([
    ['no points', { kind: 'segments', segments: [] }, [{ code: 'too-few-points' }]],
    ['one point', { kind: 'segments', segments: [{ calendar: 0, real: 0 }] }, [{ code: 'too-few-points' }]],
    ['fractions', { kind: 'segments', segments: [{ calendar: 0, real: 0 }, { calendar: 10.5, real: 1 }] }, [{ code: 'not-an-instant', point: 1 }]],
    ['a calendar that stands still', { kind: 'segments', segments: [{ calendar: 5, real: 0 }, { calendar: 5, real: 1 }] }, [{ code: 'not-increasing', point: 1 }]],
    ['a jump in no time', { kind: 'segments', segments: [{ calendar: 5, real: 0 }, { calendar: 9, real: 0 }] }, [{ code: 'not-increasing', point: 1 }]],
    ['slow motion', { kind: 'segments', segments: [{ calendar: 0, real: 0 }, { calendar: 9, real: 3 }, { calendar: 10, real: 5 }] }, [{ code: 'slower-than-real', point: 2 }]],
  ])('is told: %s', (_, clock, problems) => {
    expect(validateClock(clock)).toEqual(problems);
  });

  it('with too few points shows no time at all', () => {
    expect(() => calendarAt({ kind: 'segments', segments: [] }, 0)).toThrow(RangeError);
  });
});

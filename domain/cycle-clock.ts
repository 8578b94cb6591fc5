import type { Instant } from './date.ts';

/** A moment that is `calendar` on the cycle's calendar and `real` on the wall; both epoch milliseconds. */
export interface ClockPoint {
  readonly calendar: Instant;
  readonly real: Instant;
}

/**
 * How a cycle's calendar runs against real time: as it is (in service), or straight from point to point (in a
 * rehearsal). Before the first point and after the last it keeps the speed of the first and of the last segment.
 * Plain JSON: it travels in workflow inputs and stands in the record.
 */
export type CycleClock =
  | { readonly kind: 'identity' }
  | { readonly kind: 'segments'; readonly segments: readonly ClockPoint[] };

export const identityClock: CycleClock = { kind: 'identity' };

/*
 * Contract, for whole milliseconds and a clock without problems (see `validateClock`):
 *   1. both maps never run backwards;
 *   2. calendarAt(real) >= calendar  exactly when  real >= realAt(calendar): a timer set for realAt never fires early;
 *   3. realAt(calendarAt(real)) === real, because the calendar never runs slower than real time.
 * Hence calendarAt rounds down, realAt rounds up, and the products are exact (BigInt).
 */

/** What the cycle's calendar shows at `real`. */
export function calendarAt(clock: CycleClock, real: Instant): Instant {
  if (clock.kind === 'identity') return real;
  const at = Math.floor(real);
  const [from, to] = segmentAt(clock.segments, (point) => point.real <= at);
  return from.calendar + scale(at - from.real, to.calendar - from.calendar, to.real - from.real, 'down');
}

/** The first millisecond of real time at which the calendar shows `calendar` or later. */
export function realAt(clock: CycleClock, calendar: Instant): Instant {
  if (clock.kind === 'identity') return calendar;
  const at = Math.ceil(calendar);
  const [from, to] = segmentAt(clock.segments, (point) => point.calendar <= at);
  return from.real + scale(at - from.calendar, to.real - from.real, to.calendar - from.calendar, 'up');
}

/** Milliseconds of real time to wait at `nowReal` until the calendar shows `calendar`; 0 when it already does. */
export function untilCalendar(clock: CycleClock, nowReal: Instant, calendar: Instant): number {
  return Math.max(0, Math.ceil(realAt(clock, calendar) - nowReal));
}

/** The last segment that has begun, or the first. */
function segmentAt(points: readonly ClockPoint[], hasBegun: (point: ClockPoint) => boolean): readonly [ClockPoint, ClockPoint] {
  const begun = points.findLastIndex(hasBegun);
  const index = Math.min(Math.max(begun, 0), points.length - 2);
  const from = points[index];
  const to = points[index + 1];
  if (!from || !to) throw new RangeError('A clock needs at least two points');
  return [from, to];
}

/** value × numerator / denominator, rounded to a whole number; denominator > 0. */
function scale(value: number, numerator: number, denominator: number, round: 'up' | 'down'): number {
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const quotient = product / divisor;
  const rest = product % divisor;
  if (round === 'down' && rest < 0n) return Number(quotient - 1n);
  if (round === 'up' && rest > 0n) return Number(quotient + 1n);
  return Number(quotient);
}

export type ClockProblem =
  | { readonly code: 'too-few-points' }
  | { readonly code: 'not-an-instant' | 'not-increasing' | 'slower-than-real'; readonly point: number };

/** Everything that breaks the contract above, by the index of the point; empty when the clock is sound. */
export function validateClock(clock: CycleClock): readonly ClockProblem[] {
  if (clock.kind === 'identity') return [];
  if (clock.segments.length < 2) return [{ code: 'too-few-points' }];
  return clock.segments.flatMap((point, index): ClockProblem[] => {
    if (!Number.isSafeInteger(point.calendar) || !Number.isSafeInteger(point.real)) return [{ code: 'not-an-instant', point: index }];
    const before = clock.segments[index - 1];
    if (!before) return [];
    const calendar = point.calendar - before.calendar;
    const real = point.real - before.real;
    if (calendar <= 0 || real <= 0) return [{ code: 'not-increasing', point: index }];
    return calendar < real ? [{ code: 'slower-than-real', point: index }] : [];
  });
}

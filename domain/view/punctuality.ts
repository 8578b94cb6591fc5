import { realAt, type CycleClock } from '../cycle-clock.ts';
import type { Instant } from '../date.ts';

/** An hour of real time. */
const toleranceMs = 3_600_000;

/** Whether so little real time has passed since `at` that what was to happen then can be said to happen now. */
export function isPunctual(clock: CycleClock, at: Instant, now: Instant): boolean {
  return realAt(clock, now) - realAt(clock, at) < toleranceMs;
}

/**
 * The date of a step that was due at `due` and is taken at `now`. Taken with the ordinary delay of a timer it happens on its
 * date, so that on a fast clock seconds do not move due dates by days; taken by a worker that was away, it happens now.
 */
export function datedAt(clock: CycleClock, due: Instant, now: Instant): Instant {
  return due < now && isPunctual(clock, due, now) ? due : now;
}

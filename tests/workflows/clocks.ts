import type { CycleClock } from '../../domain/cycle-clock.ts';
import { endOfDay, startOfDay } from '../../domain/plain-date.ts';

/**
 * A clock that shows the morning of `day` now and lets one calendar day pass in `dayMs`. After `lastDay` it runs at real
 * speed, so that a slow machine does not run past what a test looks at.
 */
export function clockFrom(day: string, dayMs: number, lastDay = '2023-06-30'): CycleClock {
  const [real, calendar, end] = [Date.now(), startOfDay(day) + 7 * 3_600_000, endOfDay(lastDay)];
  const last = real + Math.ceil(((end - calendar) / 86_400_000) * dayMs);
  return { kind: 'segments', segments: [{ calendar, real }, { calendar: end, real: last }, { calendar: end + 1_000, real: last + 1_000 }] };
}

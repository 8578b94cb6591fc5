import { calendarAt, identityClock, validateClock, type CycleClock } from '../../domain/cycle-clock.ts';
import type { Instant } from '../../domain/date.ts';
import { isInstantWithinReach, reachInWords } from '../../domain/date-reach.ts';
import { launchPace, type LaunchPace } from '../../domain/launch-pace.ts';
import type { PlanCalendar } from '../../domain/plan.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import type { Days } from '../../domain/view/office-hours.ts';

/** How a rehearsal goes: on a clock that is given, or in so many minutes from now, at a pace made of the year's own dates. */
export type Rehearsal = { readonly clock: CycleClock } | { readonly minutes: number };

interface When {
  readonly dates: PlanCalendar;
  readonly days: Days;
  readonly now: Instant;
}

/** Throws `Refused` for a clock that is not sound, and for dates that do not take so long. */
export function clockOf(rehearsal: Rehearsal | undefined, when: When): CycleClock {
  if (!rehearsal) return identityClock;
  if ('minutes' in rehearsal) return paceOf(rehearsal.minutes, when).clock;
  assertClock(rehearsal.clock, when.now);
  return rehearsal.clock;
}

export function paceOf(minutes: number, { dates, days, now }: When): LaunchPace {
  try {
    return launchPace({ dates, minutes, startReal: now }, days);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused('invalid-input', { errors: [{ pointer: '/rehearsal/minutes', code: 'rehearsal-too-long', value: minutes, accepted: `${dates.guidance}–${dates.closing}` }] });
  }
}

/** For so long a rehearsal may be looked at; a clock that hurries on after its last point would have run out of years by then, on every page that lists cycles. */
const lookedAtMs = 10 * 366 * 86_400_000;

function assertClock(clock: CycleClock, now: Instant): void {
  const errors = validateClock(clock).map((problem): FieldError => ({ pointer: 'point' in problem ? `/rehearsal/clock/segments/${problem.point}` : '/rehearsal/clock/segments', code: problem.code }));
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
  if ([now, now + lookedAtMs].every((real) => isInstantWithinReach(calendarAt(clock, real)))) return;
  throw new Refused('invalid-input', { errors: [{ pointer: '/rehearsal/clock/segments', code: 'clock-runs-away', accepted: reachInWords }] });
}

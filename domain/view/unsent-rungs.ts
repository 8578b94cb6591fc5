import type { Cycle } from '../cycle.ts';
import type { Instant } from '../date.ts';
import type { Duty, Reminder } from '../duty.ts';
import type { RungView } from '../views.ts';
import { awaitedOf } from './awaited.ts';
import { ladderOf, type Awaited } from './ladder.ts';
import type { Days } from './office-hours.ts';

/** A rung without a reminder: still to come, or passed while nobody could send it, so that a later one spoke for it. */
export interface UnsentRung {
  readonly rung: RungView;
  readonly isAhead: boolean;
}

/** Rungs of the unit's own part of a duty, of the plan or report that is or was awaited, that have no reminder; none from before it was opened or after it was submitted. */
export function unsentRungs(duty: Duty, cycle: Pick<Cycle, 'settings' | 'state'>, reminders: readonly Pick<Reminder, 'rung' | 'to'>[], calendar: Days, now: Instant): readonly UnsentRung[] {
  const isOver = cycle.state === 'closed' || cycle.state === 'cancelled';
  const [awaited] = awaitedOf(duty, cycle, []).filter(({ unit }) => unit === duty.unit);
  const was: Awaited | undefined = duty.round === 1 && duty.submittedAt !== null ? { ladder: duty.kind, round: 1, unit: duty.unit, due: duty.unitDue } : undefined;
  const ladder = awaited ?? was;
  if (!ladder) return [];
  const until = awaited ? (isOver ? now : Infinity) : (duty.submittedAt ?? now);
  return ladderOf(ladder, cycle.settings.ladder, calendar).flatMap((rung): UnsentRung[] => {
    const isSent = reminders.some((each) => each.rung === rung.key && each.to === rung.to);
    return isSent || rung.at < duty.openedAt || rung.at > until ? [] : [{ rung, isAhead: rung.at > now }];
  });
}

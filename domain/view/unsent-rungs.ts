import { isCycleOver } from '../cycle-over.ts';
import type { Cycle } from '../cycle.ts';
import type { Instant } from '../date.ts';
import type { Directive } from '../directive.ts';
import type { Duty, Reminder } from '../duty.ts';
import type { RungView } from '../views.ts';
import { awaitedOf } from './awaited.ts';
import { directiveAwaited, isFollowed } from './directive-view.ts';
import { ladderOf, type Awaited } from './ladder.ts';
import type { Days } from './office-hours.ts';

/** A rung without a reminder: still to come, or passed while nobody could send it, so that a later one spoke for it. */
export interface UnsentRung {
  readonly rung: RungView;
  readonly isAhead: boolean;
}

/** What both kinds are looked at with. */
export interface UnsentNow {
  readonly cycle: Pick<Cycle, 'settings' | 'state'>;
  readonly reminders: readonly Pick<Reminder, 'rung' | 'to'>[];
  readonly calendar: Days;
  readonly now: Instant;
}

/** Rungs of the unit's own part of a duty, of the plan or report that is or was awaited, that have no reminder; none from before it was opened or after it was submitted. */
export function unsentRungs(duty: Duty, at: UnsentNow): readonly UnsentRung[] {
  const { cycle, now } = at;
  const isOver = isCycleOver(cycle);
  const [awaited] = awaitedOf(duty, cycle, []).filter(({ unit }) => unit === duty.unit);
  const was: Awaited | undefined = duty.round === 1 && duty.submittedAt !== null ? { ladder: duty.kind, round: 1, unit: duty.unit, due: duty.unitDue } : undefined;
  const ladder = awaited ?? was;
  if (!ladder) return [];
  const until = awaited ? (isOver ? now : Infinity) : (duty.submittedAt ?? now);
  return unsentOf(ladder, { from: duty.openedAt, until }, at);
}

/** The same of a directive: none from before `since`, when it was decided or last given its date, nor after it was done or its year was over. */
export function unsentDirectiveRungs(directive: Directive, since: Instant, at: UnsentNow): readonly UnsentRung[] {
  const until = isFollowed(directive, at.cycle) ? Infinity : (directive.doneAt ?? at.now);
  return unsentOf(directiveAwaited(directive), { from: since, until }, at);
}

function unsentOf(awaited: Awaited, { from, until }: { readonly from: Instant; readonly until: Instant }, { cycle, reminders, calendar, now }: UnsentNow): readonly UnsentRung[] {
  return ladderOf(awaited, cycle.settings, calendar).flatMap((rung): UnsentRung[] => {
    const isSent = reminders.some((each) => each.rung === rung.key && each.to === rung.to);
    return isSent || rung.at < from || rung.at > until ? [] : [{ rung, isAhead: rung.at > now }];
  });
}

import { isCycleOver } from '../cycle-over.ts';
import type { Cycle } from '../cycle.ts';
import type { Instant } from '../date.ts';
import type { Directive } from '../directive.ts';
import type { Reminder } from '../duty.ts';
import { directiveWorkflowId } from '../ids.ts';
import type { DirectiveView } from '../views.ts';
import { ladderOf, rungsAhead, type Awaited } from './ladder.ts';
import type { Days } from './office-hours.ts';

export interface DirectiveFacts {
  readonly directive: Directive;
  readonly cycle: Pick<Cycle, 'settings' | 'state' | 'pausedAt' | 'clock'>;
  readonly reminders: readonly Pick<Reminder, 'rung' | 'to'>[];
  /** When it was decided, or last given another date or unit. */
  readonly since: Instant;
  readonly calendar: Days;
  readonly now: Instant;
}

/** The unit that a directive waits for; another date begins a ladder of its own. */
export const directiveAwaited = ({ unit, due }: Pick<Directive, 'unit' | 'due'>): Awaited => ({ ladder: 'directive', round: 1, unit, due });

/** Whether people are reminded of it: until it is done, or the year is over. */
export const isFollowed = ({ state }: Pick<Directive, 'state'>, cycle: Pick<Cycle, 'state'>): boolean => state === 'open' && !isCycleOver(cycle);

/** What the workflow of a directive waits for, now. */
export function directiveView({ directive, cycle, reminders, since, calendar, now }: DirectiveFacts): DirectiveView {
  const isOpen = isFollowed(directive, cycle);
  const ladder = ladderOf(directiveAwaited(directive), cycle.settings, calendar);
  return {
    id: directiveWorkflowId(directive.cycle, directive.number), cycle: directive.cycle, unit: directive.unit, version: directive.version,
    state: isOpen ? 'open' : 'over', isPaused: cycle.pausedAt !== null,
    rungs: isOpen ? rungsAhead(ladder, { sent: reminders, since, now, clock: cycle.clock }) : [],
  };
}

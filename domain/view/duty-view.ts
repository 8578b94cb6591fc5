import { isCycleOver } from '../cycle-over.ts';
import type { Cycle } from '../cycle.ts';
import type { Instant } from '../date.ts';
import type { Duty, Opinion, Reminder } from '../duty.ts';
import { isOpen } from '../stages.ts';
import type { DutyView } from '../views.ts';
import { awaitedOf, openOpinionsOf } from './awaited.ts';
import { ladderOf, rungsAhead } from './ladder.ts';
import { afterDay, type Days } from './office-hours.ts';
import { appraisalStartsAt, conclusionAt, planLapsesAt } from './plan-dates.ts';
import { reportClosesAt } from './report-dates.ts';

export interface DutyFacts {
  readonly duty: Duty;
  readonly cycle: Pick<Cycle, 'settings' | 'state' | 'pausedAt' | 'clock'>;
  readonly opinions: readonly Opinion[];
  readonly reminders: readonly Pick<Reminder, 'rung' | 'to'>[];
  /** When what is awaited now began to be awaited. */
  readonly since: Instant;
  readonly calendar: Days;
  /** A pause has ended and its days have not been added yet: due dates are not to be trusted. */
  readonly isUnsettled: boolean;
  readonly now: Instant;
}

/** What the workflow of a duty waits for, now. */
export function dutyView({ duty, cycle, opinions, reminders, since, calendar, isUnsettled, now }: DutyFacts): DutyView {
  const awaited = awaitedOf(duty, cycle, opinions);
  const open = openOpinionsOf(duty, opinions);
  const ladders = awaited.map((each) => rungsAhead(ladderOf(each, cycle.settings, calendar), { sent: reminders, since, now, clock: cycle.clock }));
  const { id, kind, unit, quarter, state, version, round } = duty;
  return {
    id, kind, cycle: duty.cycle, unit, quarter, state, version, round,
    isOpen: isOpen(kind, state),
    isPaused: cycle.pausedAt !== null || isUnsettled || isCycleOver(cycle),
    rungs: ladders.flat().toSorted((a, b) => a.at - b.at),
    overdueAt: awaited.length > 0 ? afterDay(duty.due) : null,
    appraisalAt: kind === 'plan' && state === 'submitted' ? appraisalStartsAt(duty.submittedAt ?? now, calendar) : null,
    opinionsOpen: open.map(({ aspect }) => aspect),
    conclusionAt: state === 'appraisal' ? conclusionAt(opinions, duty, cycle.settings.ladder, calendar) ?? now : null,
    closesAt: dutyClosesAt(duty, cycle, calendar),
  };
}

/** Null for a duty that has ended. */
export function dutyClosesAt({ kind, state, due }: Pick<Duty, 'kind' | 'state' | 'due'>, cycle: Pick<Cycle, 'settings'>, calendar: Days): Instant | null {
  if (!isOpen(kind, state)) return null;
  return kind === 'plan' ? planLapsesAt(due, cycle, calendar) : reportClosesAt(due, cycle, calendar);
}

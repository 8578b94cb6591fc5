import type { Cycle, CycleUnit } from '../cycle.ts';
import type { Instant } from '../date.ts';
import type { Duty, QuarterRound } from '../duty.ts';
import { planDutyId } from '../ids.ts';
import { isOpen } from '../stages.ts';
import type { CycleView } from '../views.ts';
import { morningOf, type Days } from './office-hours.ts';
import { draftingLapsesAt } from './plan-dates.ts';
import { quarterOpensAt } from './report-dates.ts';

export interface CycleFacts {
  readonly cycle: Cycle;
  readonly members: readonly CycleUnit[];
  /** Plan duties; only drafting asks for them. */
  readonly plans: readonly Duty[];
  readonly rounds: readonly Pick<QuarterRound, 'quarter' | 'state'>[];
  readonly pausesToSettle: number;
  readonly calendar: Days;
  readonly now: Instant;
}

/** What the workflow of a cycle waits for, now. */
export function cycleView({ cycle, members, plans, rounds, pausesToSettle, calendar, now }: CycleFacts): CycleView {
  const { id, year, state, version, settings } = cycle;
  return {
    id, year, state, version,
    isPaused: cycle.pausedAt !== null,
    pausesToSettle,
    shardsToOpen: state === 'drafting' ? shardsWithout(plans, members, ({ unit }) => planDutyId(id, unit)) : [],
    openPlans: plans.filter((duty) => isOpen(duty.kind, duty.state)).length,
    lapseAt: draftingLapsesAt(cycle, calendar, now),
    quarters: settings.calendar.periods.map(({ quarter }) => ({
      quarter, state: rounds.find((round) => round.quarter === quarter)?.state ?? 'ahead', opensAt: quarterOpensAt(quarter, cycle, calendar),
    })),
    closingAt: morningOf(settings.calendar.closing),
  };
}

/** Shards with a member whose duty does not exist, in order. */
export function shardsWithout(duties: readonly Pick<Duty, 'id'>[], members: readonly CycleUnit[], dutyIdOf: (member: CycleUnit) => string): readonly number[] {
  const known = new Set(duties.map((duty) => duty.id));
  const missing = members.filter((member) => member.leftOn === null && !known.has(dutyIdOf(member)));
  return [...new Set(missing.map(({ shard }) => shard))].toSorted((a, b) => a - b);
}

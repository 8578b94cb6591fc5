import { isCycleOver } from '../cycle-over.ts';
import type { Cycle, CycleUnit } from '../cycle.ts';
import type { Duty, QuarterRound } from '../duty.ts';
import { reportDutyId } from '../ids.ts';
import { getPeriod } from '../opening.ts';
import type { PlanPeriod, Quarter } from '../plan.ts';
import { isOpen } from '../stages.ts';
import type { QuarterView } from '../views.ts';
import { shardsWithout } from './cycle-view.ts';
import { dutyClosesAt } from './duty-view.ts';
import type { Days } from './office-hours.ts';

export interface QuarterFacts {
  readonly cycle: Cycle;
  readonly quarter: Quarter;
  readonly round: Pick<QuarterRound, 'state'> | undefined;
  readonly members: readonly CycleUnit[];
  /** Report duties of this quarter. */
  readonly reports: readonly Duty[];
  readonly isUnsettled: boolean;
  readonly calendar: Days;
}

/** Who owes a report of the quarter: members who joined before its figures were closed. Later joiners begin with the next round. */
export function reportingMembers(cycle: Pick<Cycle, 'settings'>, quarter: Quarter, members: readonly CycleUnit[]): readonly CycleUnit[] {
  const period = getPeriod(cycle, quarter);
  return members.filter((member) => member.leftOn === null && !isTooLateFor(period, member));
}

/** Whether the unit joined when the figures of the window were closed already. */
export const isTooLateFor = ({ to }: Pick<PlanPeriod, 'to'>, { joinedOn }: Pick<CycleUnit, 'joinedOn'>): boolean => joinedOn > to;

/** What the workflow of a quarter's round waits for, now. */
export function quarterView({ cycle, quarter, round, members, reports, isUnsettled, calendar }: QuarterFacts): QuarterView {
  const open = reports.filter((duty) => isOpen(duty.kind, duty.state));
  const state = round?.state ?? 'ahead';
  return {
    cycle: cycle.id, quarter, state, version: 0,
    isPaused: cycle.pausedAt !== null || isUnsettled || isCycleOver(cycle),
    shardsToOpen: state === 'open' ? shardsWithout(reports, reportingMembers(cycle, quarter, members), ({ unit }) => reportDutyId(cycle.id, quarter, unit)) : [],
    openReports: open.length,
    closesAt: open.length > 0 ? Math.max(...open.map((duty) => dutyClosesAt(duty, cycle, calendar) ?? 0)) : null,
  };
}

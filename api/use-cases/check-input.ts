import type { CheckInput } from '../../domain/check.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { Submission } from '../../domain/duty.ts';
import { periodId, planDutyId, reportDutyId } from '../../domain/ids.ts';
import type { Quarter } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { planOf, previousQuarter, reportOf } from './contents.ts';
import type { Registers } from './registers.ts';

/** Whose submission is checked, of which duty of which cycle, and when on that cycle's calendar. */
export interface CheckPlace {
  readonly cycle: Cycle;
  readonly unit: string;
  readonly quarter: Quarter | null;
  readonly at: Instant;
}

/** What changes in the course of a year, as it stands at the instant of the check. */
export type CheckTimes = Pick<CheckInput, 'history' | 'waivers' | 'cycleUnits'>;

/** Everything that a check of the content looks at. Throws `Refused('unknown-unit')` for a unit that the register does not have. */
export async function readCheckInput(registers: Registers, { cycle, unit: code, quarter, at }: CheckPlace, content: SubmissionContent, { history, waivers, cycleUnits }: CheckTimes): Promise<CheckInput> {
  const units = await registers.units();
  const unit = units.get(code);
  if (!unit) throw new Refused('unknown-unit', { figures: { unit: code } });
  const period = cycle.settings.calendar.periods.find((each) => each.quarter === quarter);
  return {
    content,
    plan: await registers.plan(cycle.planHash),
    unit,
    units,
    cycleUnits,
    ...(period ? { period: { ...period, id: periodId(cycle.year, period.quarter) } } : {}),
    at,
    history,
    waivers: waivers.filter((waiver) => waiver.unit === code),
    calendarDays: await registers.calendarDays(),
  };
}

/** The duties whose submissions a check looks back at: ids, where there are any. */
export interface EarlierDuties {
  /** The unit's plan of the year before, for a plan. */
  readonly lastYear?: string;
  /** The unit's plan of this cycle, for a report; it counts once it is approved. */
  readonly plan?: string;
  /** The unit's report of the quarter before, for a report. */
  readonly previous?: string;
}

export async function earlierDuties(registers: Registers, { cycle, unit, quarter }: Omit<CheckPlace, 'at'>): Promise<EarlierDuties> {
  if (quarter === null) {
    const lastCycle = await registers.cycleOf(cycle.year - 1);
    return lastCycle ? { lastYear: planDutyId(lastCycle, unit) } : {};
  }
  const before = previousQuarter(quarter);
  return { plan: planDutyId(cycle.id, unit), ...(before ? { previous: reportDutyId(cycle.id, before, unit) } : {}) };
}

/** The history that a check looks at, out of the latest submissions of those duties. */
export function historyOf({ lastYear, plan, previous }: EarlierDuties, latest: (duty: string) => Submission | undefined, isPlanApproved: boolean): CheckInput['history'] {
  const lastYearPlan = planOf(lastYear && latest(lastYear));
  const approvedPlan = isPlanApproved ? planOf(plan && latest(plan)) : undefined;
  const previousReport = reportOf(previous && latest(previous));
  return { ...(lastYearPlan ? { lastYearPlan } : {}), ...(approvedPlan ? { approvedPlan } : {}), ...(previousReport ? { previousReport } : {}) };
}

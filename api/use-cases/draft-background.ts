import { periodId } from '../../domain/ids.ts';
import type { Plan, PlanPeriod } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import type { PlanContent, ReportContent } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { readHistory } from './checking.ts';
import type { Desk } from './desk.ts';
import { authorise, stand, type Place } from './place.ts';

/** What stands beside a form while it is filled in: the plan that judges it, and what the unit has said before. */
export interface DraftBackground {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: (PlanPeriod & { readonly id: string }) | undefined;
  readonly approvedPlan: PlanContent | undefined;
  readonly previousReport: ReportContent | undefined;
  readonly lastYearPlan: PlanContent | undefined;
}

export async function readBackground(desk: Desk, caller: Caller, place: Place): Promise<DraftBackground> {
  const { duty, cycle, at } = await stand(desk, place);
  authorise(caller, 'submission.read', cycle, duty.unit);
  const [plan, units, { history }] = await Promise.all([desk.registers.plan(cycle.planHash), desk.registers.units(), readHistory(desk, { cycle, unit: duty.unit, quarter: duty.quarter, at }, duty.id)]);
  const unit = units.get(duty.unit);
  if (!unit) throw new Refused('unknown-unit', { figures: { unit: duty.unit } });
  const period = cycle.settings.calendar.periods.find(({ quarter }) => quarter === duty.quarter);
  return {
    plan, unit, period: period && { ...period, id: periodId(cycle.year, period.quarter) },
    approvedPlan: history.approvedPlan, previousReport: history.previousReport, lastYearPlan: history.lastYearPlan,
  };
}

/** How an amount is written out, for a form to show beside what was typed. */
export { amountInWords } from '../../rules/facts/amount-in-words.ts';

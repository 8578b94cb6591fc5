import { addDays } from '../../domain/plain-date.ts';
import type { Plan, PlanCalendar } from '../../domain/plan.ts';

/** The plan's calendar up to its first report and the corrections after it: half a minute of moments instead of two. */
export function shortYear(plan: Plan): PlanCalendar {
  const { calendar } = plan;
  const periods = calendar.periods.slice(0, 1);
  const lastDue = periods[0]?.due ?? calendar.approvalDue;
  return { ...calendar, periods, closing: addDays(lastDue, 35) };
}

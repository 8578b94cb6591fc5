import type { PlainDate } from '../../../domain/date.ts';
import type { Plan, PlanTable } from '../../../domain/plan.ts';
import { loadPlan } from '../../../plans/load.ts';

/** A day on which every rule is in effect. */
export const aDay = '2026-11-21' as PlainDate;

/** A plan that holds together, with these tables in place of its own. */
export function planWith(tables: readonly PlanTable[], parts: Partial<Plan> = {}): Plan {
  return { ...loadPlan('gia-lai-2022'), id: 'generated', tables, ...parts };
}

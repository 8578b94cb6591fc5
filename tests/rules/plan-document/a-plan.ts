import type { PlainDate } from '../../../domain/date.ts';
import type { Plan, PlanTable } from '../../../domain/plan.ts';
import { loadPlan } from '../../../plans/load.ts';

/** A day on which every rule is in effect. */
export const aDay = '2026-11-21' as PlainDate;

/** A plan that holds together, with these tables in place of its own: the one of 2022 without the grounds and headings that it has wrong. */
export function planWith(tables: readonly PlanTable[], parts: Partial<Plan> = {}): Plan {
  const { legalGrounds, ...plan } = loadPlan('gia-lai-2022');
  return { ...plan, id: 'generated', coverage: [], legalGrounds: legalGrounds.filter(({ symbol }) => symbol !== '17/NQ-CP'), tables, ...parts };
}

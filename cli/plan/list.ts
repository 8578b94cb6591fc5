import { listPlans } from '../../plans/load.ts';
import { columns, printResult } from '../output.ts';
import { planOf, usable } from './input.ts';
import { clipped } from './paint.ts';

/** `chutrinh plan list`. */
export function listCommand(json: boolean): void {
  const plans = usable(listPlans).map(({ id }) => planOf(id)).map(({ id, title, year, issuer, targets, tasks, tables }) =>
    ({ id, title, year, issuer, targets: targets.length, tasks: tasks.length, tables: tables.length }));
  const rows = plans.map((plan) => [plan.id, String(plan.year), String(plan.targets), String(plan.tasks), String(plan.tables), clipped(plan.title, 50)]);
  printResult(json, plans, columns([['mã', 'năm', 'chỉ tiêu', 'nhiệm vụ', 'bảng', 'kế hoạch'], ...rows]));
}

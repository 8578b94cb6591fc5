import { formatNumber } from '../../domain/numbers.ts';
import type { Comparator } from '../../domain/plan.ts';
import { columns, printResult } from '../output.ts';
import { planOf } from './input.ts';
import { clipped, wrapped } from './paint.ts';

/** What stands behind a threshold: `97 % trở lên`. */
const bounds = {
  'at-least': 'trở lên', 'at-most': 'trở xuống', 'more-than': 'phải hơn', 'less-than': 'phải dưới', equal: 'đúng',
} as const satisfies Readonly<Record<Comparator, string>>;

/** `chutrinh plan show ID`: the whole plan as JSON; for people its dates, targets, tasks and tables. */
export function showCommand(id: string, json: boolean): void {
  const plan = planOf(id);
  const { calendar } = plan;
  printResult(json, plan, [
    ...wrapped(plan.title, 100),
    `${plan.id} · ${plan.year} · ${plan.issuerName}${plan.symbol === undefined ? '' : ` · ${plan.symbol}`} · ${plan.units.length} đơn vị`,
    `Hướng dẫn ${calendar.guidance}, nộp ${calendar.draftsDue}, duyệt ${calendar.approvalDue}, tổng kết ${calendar.closing}`,
    `Báo cáo ${calendar.periods.map(({ quarter, due }) => `${quarter} ${due}`).join(', ')}`,
    '',
    `Chỉ tiêu (${plan.targets.length})`,
    ...columns(plan.targets.map(({ id: target, comparator, threshold, unit, dueYear, name }) => [target, formatNumber(threshold, 'vi'), clipped(unit, 12), bounds[comparator], String(dueYear), clipped(name, 42)])),
    '',
    `Nhiệm vụ (${plan.tasks.length})`,
    ...columns(plan.tasks.map(({ id: task, lead, words }) => [task, clipped(lead.join(' '), 24), clipped(words, 55)])),
    '',
    `Bảng (${plan.tables.length})`,
    ...columns(plan.tables.map(({ id: table, rows, title }) => [table, `${rows.length} dòng`, clipped(title, 65)])),
  ]);
}

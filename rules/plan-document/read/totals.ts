import type { PlanTable, StatedTotal } from '../../../domain/plan.ts';
import type { Place } from '../finding.ts';

export function totalPlace(table: PlanTable, { column, label, of }: StatedTotal): Place {
  return { table: table.id, row: of ?? null, column, label: label ?? 'Tổng cộng' };
}

export function unitOfColumn({ columns }: PlanTable, key: string): string {
  return columns.find((column) => column.key === key)?.unit ?? '';
}

import type { PlanTable } from '../../../domain/plan.ts';
import type { Place } from '../finding.ts';
import { rowLabel } from './columns.ts';
import { totalPlace } from './totals.ts';

/** A figure that is printed otherwise than the rest of its table. */
export interface PrintedFigure {
  readonly where: Place;
  readonly unit: string;
  readonly value: number;
  readonly printed: string;
}

export function printedFigures(table: PlanTable): readonly PrintedFigure[] {
  const unitOf = (key: string): string => table.columns.find((column) => column.key === key)?.unit ?? '';
  const inRows = table.rows.flatMap((row) => Object.entries(row.printed ?? {}).flatMap(([column, printed]) => {
    const value = row.cells[column];
    return typeof value === 'number' ? [{ where: { table: table.id, row: row.id, column, label: rowLabel(table, row) }, unit: unitOf(column), value, printed }] : [];
  }));
  const inTotals = (table.statedTotals ?? []).flatMap((total) =>
    (total.printed === undefined ? [] : [{ where: totalPlace(table, total), unit: unitOf(total.column), value: total.value, printed: total.printed }]));
  return [...inRows, ...inTotals];
}

import { compareDecimals, decimalToNumber, sumDecimals } from '../../../domain/decimal.ts';
import type { PlanTable, PlanTableColumn, PlanTableRow } from '../../../domain/plan.ts';

/** Columns whose figures can be added up. */
export function summable({ columns }: PlanTable): readonly PlanTableColumn[] {
  return columns.filter(({ kind }) => kind === 'number' || kind === 'money');
}

export function childrenOf({ rows }: PlanTable, parent: string | undefined): readonly PlanTableRow[] {
  return rows.filter((row) => row.parent === parent);
}

export function figureOf(row: PlanTableRow, column: string): number | null {
  const cell = row.cells[column];
  return typeof cell === 'number' ? cell : null;
}

/** The sum of the figures that are given; null for none. Empty cells are no figures. */
export function sumOf(figures: readonly (number | null)[]): number | null {
  const given = figures.filter((figure) => figure !== null);
  return given.length === 0 ? null : decimalToNumber(sumDecimals(given));
}

/** The figures below `parent` that are printed highest: a sub-total stands for its rows. */
export function printedBelow(table: PlanTable, parent: string | undefined, column: string): readonly number[] {
  return childrenOf(table, parent).flatMap((row) => {
    const figure = figureOf(row, column);
    return figure === null ? printedBelow(table, row.id, column) : [figure];
  });
}

/** The figures of the rows below `parent` that have no figures below themselves. */
export function itemsBelow(table: PlanTable, parent: string | undefined, column: string): readonly number[] {
  return childrenOf(table, parent).flatMap((row) => {
    const below = itemsBelow(table, row.id, column);
    const figure = figureOf(row, column);
    return below.length > 0 ? below : figure === null ? [] : [figure];
  });
}

export function areEqual(a: number, b: number): boolean {
  return compareDecimals(a, b) === 0;
}

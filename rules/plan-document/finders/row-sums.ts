import { compareDecimals } from '../../../domain/decimal.ts';
import type { PlanTable, PlanTableColumn, PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { childrenOf, figureOf, sumOf, summable } from '../read/sums.ts';
import { rowLabel, timeColumns } from '../read/columns.ts';
import { isOneYear } from '../read/years.ts';

interface Split {
  readonly total: PlanTableColumn;
  readonly parts: readonly PlanTableColumn[];
}

/** One column headed “Tổng …” beside others in the same unit: its years or sources. */
function splitOf(table: PlanTable): Split | undefined {
  const [total, ...others] = summable(table).filter(({ kind, label }) => kind === 'money' && /^tổng/iu.test(label));
  if (!total || others.length > 0) return undefined;
  const parts = summable(table).filter(({ key, kind, unit }) => kind === 'money' && key !== total.key && unit === total.unit);
  return parts.length > 0 ? { total, parts } : undefined;
}

/** A row of one year has all of its total in that year; one of several years may have less of it here. */
function mustBeAll(table: PlanTable, row: PlanTableRow): boolean {
  const [time] = timeColumns(table);
  return time === undefined || isOneYear(row.cells[time.key]);
}

const rowSums = (differs: (order: number, isAll: boolean) => boolean): Finder => ({ plan }) =>
  plan.tables.flatMap((table) => {
    const split = splitOf(table);
    if (!split) return [];
    return table.rows.filter((row) => childrenOf(table, row.id).length === 0).flatMap((row): Found[] => {
      const stated = figureOf(row, split.total.key);
      const computed = sumOf(split.parts.map(({ key }) => figureOf(row, key)));
      if (stated === null || computed === null || !differs(compareDecimals(computed, stated), mustBeAll(table, row))) return [];
      const where = { table: table.id, row: row.id, column: split.total.key, label: rowLabel(table, row) };
      return [{ where, stated, computed, words: { unit: split.total.unit ?? '', parts: split.parts.map(({ label }) => label).join(' + ') } }];
    });
  });

/** A row whose time is one year: its sources and years add up to its total. */
export const partsDifferFromRowTotal = rowSums((order, isAll) => isAll && order !== 0);
/** A row of several years: what falls into this one does not exceed its total. */
export const partsAboveRowTotal = rowSums((order, isAll) => !isAll && order > 0);

import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { rowLabel } from '../read/columns.ts';
import { areEqual, figureOf, printedBelow, sumOf, summable } from '../read/sums.ts';

/** Sub-totals against the rows right below them. */
export const subtotalDiffersFromRows: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => summable(table).flatMap((column) => table.rows.flatMap((row): Found[] => {
    const stated = figureOf(row, column.key);
    const computed = sumOf(printedBelow(table, row.id, column.key));
    if (stated === null || computed === null || areEqual(stated, computed)) return [];

    return [{ where: { table: table.id, row: row.id, column: column.key, label: rowLabel(table, row) }, stated, computed, words: { unit: column.unit ?? '' } }];
  })));

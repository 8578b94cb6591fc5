import type { PlanTable, StatedTotal } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { areEqual, itemsBelow, printedBelow, sumOf } from '../read/sums.ts';
import { totalPlace, unitOfColumn } from '../read/totals.ts';

interface Standing {
  readonly rows: number;
  readonly printed: number;
}

/** What the rows of a total add up to, and what the highest printed figures below it add up to. */
function standingOf(table: PlanTable, total: StatedTotal): Standing | undefined {
  const columns = [total.column, ...(total.across ?? [])];
  const rows = sumOf(columns.flatMap((column) => itemsBelow(table, total.of, column)));
  const printed = sumOf(columns.flatMap((column) => printedBelow(table, total.of, column)));
  return rows === null || printed === null ? undefined : { rows, printed };
}

type Kind = 'rows' | 'subtotals' | 'follows' | 'across';

/** A total that equals its rows is right, whatever the sub-totals say. */
function kindOf(total: StatedTotal, { rows, printed }: Standing): Kind | undefined {
  if (areEqual(total.value, rows)) return undefined;
  if (areEqual(total.value, printed)) return 'follows';
  if (total.across) return 'across';
  return areEqual(rows, printed) ? 'rows' : 'subtotals';
}

const totalsOf = (wanted: Kind): Finder => ({ plan }) =>
  plan.tables.flatMap((table) => (table.statedTotals ?? []).flatMap((total): Found[] => {
    const standing = standingOf(table, total);
    if (!standing || kindOf(total, standing) !== wanted) return [];
    return [{ where: totalPlace(table, total), stated: total.value, computed: standing.rows, words: { unit: unitOfColumn(table, total.column), subtotals: standing.printed } }];
  }));

/** Neither the rows nor the sub-totals (which agree with each other, or are not printed) give the total. */
export const totalDiffersFromRows = totalsOf('rows');
/** Rows and sub-totals disagree, and the total is neither. */
export const totalDiffersFromSubtotals = totalsOf('subtotals');
/** The total is the sum of sub-totals that are wrong: it follows from them. */
export const totalFollowsWrongSubtotals = totalsOf('follows');
/** A total printed under several columns at once. */
export const totalAcrossDiffers = totalsOf('across');

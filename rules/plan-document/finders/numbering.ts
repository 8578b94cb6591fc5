import type { PlanTable, PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { rowLabel } from '../read/columns.ts';
import { ordinalOf } from '../read/numbering.ts';
import { childrenOf } from '../read/sums.ts';

interface Step {
  readonly row: PlanTableRow;
  readonly ordinal: number;
  readonly previous: number | undefined;
}

/** The numbered rows of each group, each with the number before it; after a number that cannot be read, none. */
function stepsOf(table: PlanTable): readonly Step[] {
  const parents = [undefined, ...table.rows.map(({ id }) => id)];
  return parents.flatMap((parent) => {
    const numbered = childrenOf(table, parent).flatMap((row) => (row.number === undefined ? [] : [{ row, ordinal: ordinalOf(row.number) }]));
    return numbered.flatMap(({ row, ordinal }, index) => (ordinal === undefined ? [] : [{ row, ordinal, previous: numbered[index - 1]?.ordinal }]));
  });
}

const numbering = (isWrong: (ordinal: number, previous: number) => boolean): Finder => ({ plan }) =>
  plan.tables.flatMap((table) => stepsOf(table).flatMap(({ row, ordinal, previous }): Found[] => {
    if (previous === undefined || !isWrong(ordinal, previous)) return [];
    return [{ where: { table: table.id, row: row.id, column: null, label: rowLabel(table, row) }, stated: ordinal, computed: previous + 1, words: { previous } }];
  }));

/** A number left out, or numbers that go back; a series that begins again at 1 is another series. */
export const numberingGap = numbering((ordinal, previous) => ordinal !== 1 && ordinal !== previous && ordinal !== previous + 1);

/** The same number twice in a row. */
export const numberingRepeated = numbering((ordinal, previous) => ordinal === previous);

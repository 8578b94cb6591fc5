import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { areEqual, figureOf, sumOf } from '../read/sums.ts';

/** A column of shares (`Tỷ trọng`, `Cơ cấu`) that does not add up to 100. */
export const sharesNotHundred: Finder = ({ plan }) =>
  plan.tables.flatMap(({ id, columns, rows, clause }) => columns.filter(({ kind, label }) => kind === 'percent' && /^(tỷ trọng|cơ cấu)/iu.test(label)).flatMap(({ key, label }): Found[] => {
    const computed = sumOf(rows.filter(({ parent }) => parent === undefined).map((row) => figureOf(row, key)));
    return computed === null || areEqual(computed, 100) ? [] : [{ where: { table: id, row: null, column: key, label: `${clause}: ${label}` }, stated: computed, computed: 100 }];
  }));

/** The same total printed twice for one column, with different figures. */
export const totalStatedTwice: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => (table.statedTotals ?? []).flatMap((total, index, all): Found[] => {
    const scope = ({ column, across = [], of = '' }: typeof total): string => [of, column, ...across].join(' ');
    const before = all.slice(0, index).find((each) => scope(each) === scope(total) && !areEqual(each.value, total.value));
    return before ? [{ where: { table: table.id, row: total.of ?? null, column: total.column, label: total.label ?? 'Tổng cộng' }, stated: total.value, computed: before.value }] : [];
  }));

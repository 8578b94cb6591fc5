import type { PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { nameColumn, rowLabel } from '../read/columns.ts';

/** A line of a table that stands there twice, the same in every cell. */
export const rowRepeated: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const name = nameColumn(table);
    if (!name) return [];
    const same = ({ parent, cells }: PlanTableRow): string => JSON.stringify([parent, ...table.columns.map(({ key }) => cells[key] ?? null)]);
    const seen = new Map<string, PlanTableRow>();
    return table.rows.filter(({ role = 'item', cells }) => role === 'item' && typeof cells[name.key] === 'string').flatMap((row): Found[] => {
      const before = seen.get(same(row));
      if (before === undefined) {
        seen.set(same(row), row);
        return [];
      }
      return [{ where: { table: table.id, row: row.id, column: name.key, label: rowLabel(table, row) }, stated: String(row.cells[name.key]), computed: null, words: { before: rowLabel(table, before) } }];
    });
  });

/** Circles of bodies or places, and how documents name them behind a fraction. */
const circles: Readonly<Record<string, RegExp>> = {
  'sở, ban, ngành': /^(?:đơn vị cấp )?sở, ban, ngành/u,
  'UBND cấp huyện': /^(?:UBND |đơn vị )?(?:cấp huyện|(?:các )?huyện, thị xã, thành phố)/u,
  'xã, phường, thị trấn': /^(?:UBND |đơn vị )?(?:cấp xã|(?:các )?xã, phường, thị trấn)/u,
};

/** One circle counted differently in the fractions of one document: `19/19 sở, ban, ngành`, then `18/21 sở, ban, ngành`. */
export const wholeStatedDifferently: Finder = ({ plan }) => {
  const stated = plan.results.flatMap(({ clause, quote = '' }) => [...quote.matchAll(/(?<![\d/.,])\d+\/(\d+)\s+(?=(\p{L}[^;()]*))/gu)].flatMap(({ 1: whole = '', 2: words = '' }) => {
    const circle = Object.keys(circles).find((name) => circles[name]?.test(words));
    return circle === undefined ? [] : [{ circle, whole: Number(whole), clause }];
  }));
  return Object.keys(circles).flatMap((circle): Found[] => {
    const [first, ...others] = stated.filter((each) => each.circle === circle);
    const other = others.find(({ whole }) => whole !== first?.whole);
    return first && other ? [{ where: elsewhere(other.clause), stated: other.whole, computed: first.whole, words: { circle, before: first.clause } }] : [];
  });
};

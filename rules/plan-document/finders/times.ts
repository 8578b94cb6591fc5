import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { rowLabel, timeColumns } from '../read/columns.ts';
import { childrenOf } from '../read/sums.ts';
import { yearsOf } from '../read/years.ts';

/** A table of one year, with a column headed by another. */
export const headerYearDiffers: Finder = ({ plan }) =>
  plan.tables.flatMap(({ id, year, clause, columns }) => columns.flatMap(({ key, kind, label }): Found[] => {
    const named = kind === 'text' ? undefined : yearsOf(label);
    if (!named || year === undefined || (named.from <= year && year <= named.to)) return [];
    return [{ where: { table: id, row: null, column: key, label: `${clause}: ${label}` }, stated: named.to, computed: year, words: { column: label, statedYear: String(named.to), year: String(year) } }];
  }));

/** How a time begins: a date, a year, a part of one; or that it goes on all the time. */
const timed = /^(trong |đầu |cuối )?(năm|tháng|quý|ngày|từ|đến|trước|sau|giai đoạn|\d{1,2}\/|\d{4})|thường xuyên|liên tục|(hàng|hằng) (năm|quý|tháng)/iu;

/** Work in a table with one column for its time, and neither date nor year there. */
export const timeWithoutDate: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [time, ...others] = timeColumns(table);
    if (!time || others.length > 0) return [];
    return table.rows.filter(({ id, role = 'item' }) => role === 'item' && childrenOf(table, id).length === 0).flatMap((row): Found[] => {
      const cell = row.cells[time.key] ?? null;
      return typeof cell === 'string' && timed.test(cell.trim()) ? [] : [{ where: { table: table.id, row: row.id, column: time.key, label: rowLabel(table, row) }, stated: cell, computed: null, words: { column: time.label } }];
    });
  });

/** Two columns of stages of one piece of work, and years between them that belong to neither. */
export const periodGap: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [first, second] = timeColumns(table);
    if (!first || !second) return [];
    return table.rows.flatMap((row): Found[] => {
      const [early, late] = [yearsOf(row.cells[first.key]), yearsOf(row.cells[second.key])];
      if (!early || !late || late.from <= early.to + 1) return [];
      const missing = late.from === early.to + 2 ? String(early.to + 1) : `${early.to + 1}–${late.from - 1}`;
      return [{ where: { table: table.id, row: row.id, column: second.key, label: rowLabel(table, row) }, stated: late.from, computed: early.to + 1, words: { first: String(row.cells[first.key]), second: String(row.cells[second.key]), missing } }];
    });
  });

/** `5 năm (2015-2020)`: six years. Each wording once. */
export const periodLengthDiffers: Finder = ({ texts }) => {
  const found = new Map<string, Found>();
  for (const { text, where } of texts) {
    for (const match of text.matchAll(/(?<!\d)(\d{1,2}) năm \(?\s*(\d{4})\s*[-–]\s*(\d{4})\)?/gu)) {
      const [words, length = '', from = '', to = ''] = match;
      const computed = Number(to) - Number(from) + 1;
      if (computed !== Number(length) && !found.has(words)) found.set(words, { where: where(match.index), stated: Number(length), computed, words: { words, from, to } });
    }
  }
  return [...found.values()];
};

import { formatDate } from '../../../domain/plain-date.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { nameColumn, rowLabel, timeColumns } from '../read/columns.ts';
import { childrenOf } from '../read/sums.ts';
import { yearsOf } from '../read/years.ts';

/** `ngày 03 tháng 12 năm 2020`, `03/12/2020`, and what was meant as one. */
const written = /(?<![\d/.])(?:ngày\s*)?(\d{1,2})(?:\s*tháng\s*(\d{1,2})\s*(năm|tháng)\s*|\/(\d{1,2})\/)(\d{4})(?![\d/])/gu;

/** A date that no calendar has, or whose year is called a month. Each once. */
export const dateImpossible: Finder = ({ texts }) => {
  const found = new Map<string, Found>();
  for (const { text, where } of texts) {
    for (const match of text.matchAll(written)) {
      const [words, day = '', month = match[4] ?? '', unit = 'năm', , year = ''] = match;
      if (!found.has(words) && (unit !== 'năm' || !isDay(Number(year), Number(month), Number(day)))) found.set(words, { where: where(match.index), stated: words, computed: null });
    }
  }
  return [...found.values()];
};

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Work listed in a table of one year, whose time does not touch that year. */
export const timeOutsideYear: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [time, ...others] = timeColumns(table);
    const { year } = table;
    if (!time || others.length > 0 || year === undefined) return [];
    return table.rows.filter(({ id }) => childrenOf(table, id).length === 0).flatMap((row): Found[] => {
      const years = yearsOf(row.cells[time.key]);
      if (years === undefined || (years.from <= year && year <= years.to)) return [];
      return [{ where: { table: table.id, row: row.id, column: time.key, label: rowLabel(table, row) }, stated: String(row.cells[time.key]), computed: String(year), words: { column: time.label } }];
    });
  });

/** Work whose name ends with an earlier year than its time: a line taken over from last year's plan. */
export const workOfEarlierYear: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [[time], name] = [timeColumns(table), nameColumn(table)];
    if (!time || !name) return [];
    return table.rows.flatMap((row): Found[] => {
      const [words, years] = [row.cells[name.key], yearsOf(row.cells[time.key])];
      const [, named] = typeof words === 'string' ? (/(?<!\/\p{L}+(?:-\p{L}+)*\s+)năm (20\d\d)\.?$/u.exec(words) ?? []) : [];
      if (named === undefined || years === undefined || Number(named) >= years.from) return [];
      return [{ where: { table: table.id, row: row.id, column: name.key, label: rowLabel(table, row) }, stated: `năm ${named}`, computed: String(row.cells[time.key]), words: { column: time.label } }];
    });
  });

/** Work due before its plan was issued. */
export const deadlineBeforeIssue: Finder = ({ plan }) => {
  const { issuedOn } = plan;
  if (issuedOn === undefined) return [];
  return plan.tasks.flatMap(({ clause, words, due }): Found[] =>
    due === undefined || due >= issuedOn ? [] : [{ where: elsewhere(`${clause}: ${words}`), stated: formatDate(due, 'vi'), computed: formatDate(issuedOn, 'vi') }]);
};

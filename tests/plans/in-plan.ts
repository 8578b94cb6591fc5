import type { Plan, PlanTable } from '../../domain/plan.ts';

/** Every quotation of a plan, in the order of its lists. */
export function quotesOf(plan: Plan): readonly string[] {
  return [...plan.targets, ...plan.tasks, ...plan.results, ...plan.responsibilities, ...(plan.coverage ?? [])].flatMap(({ quote }) => (quote === undefined ? [] : [quote]));
}

/** Quotations over 40 words, not in NFC, or with loose spaces. */
export function badQuotes(plan: Plan): readonly string[] {
  return quotesOf(plan).filter((quote) => quote.split(' ').length > 40 || quote !== quote.normalize('NFC') || quote !== quote.split(/\s+/u).join(' '));
}

/** Ids of targets whose quote does not state the threshold in figures. */
export function silentTargets({ targets }: Plan): readonly string[] {
  return targets.filter(({ measure, threshold, quote }) => measure !== 'yes-no' && !quote.includes(String(threshold))).map(({ id }) => id);
}

/** Thresholds by `code due-year`. */
export function thresholdsOf({ targets }: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(targets.filter(({ measure }) => measure !== 'yes-no').map(({ code, dueYear, threshold }) => [`${code} ${dueYear}`, threshold]));
}

export function getTable(plan: Plan, id: string): PlanTable {
  const found = plan.tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

/** Exact for figures of up to three decimals. Sub-totals and heads of groups are left out. */
export function sumOf({ rows }: PlanTable, column: string, parent?: string): number {
  const figures = rows.filter((row) => (row.role ?? 'item') === 'item' && (parent === undefined || row.parent === parent)).map(({ cells }) => cells[column]);
  return figures.reduce<number>((total, figure) => Math.round((total + (typeof figure === 'number' ? figure : 0)) * 1e6) / 1e6, 0);
}

/** `[id, rows that are items, rows that are not]` of each table. */
export function tableSizes({ tables }: Plan): readonly (readonly [id: string, items: number, others: number])[] {
  return tables.map(({ id, rows }) => [id, rows.filter(({ role }) => (role ?? 'item') === 'item').length, rows.filter(({ role }) => role === 'group' || role === 'subtotal').length]);
}

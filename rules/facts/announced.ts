import type { Plan, PlanTable, PlanTableColumn, PlanTableRow } from '../../domain/plan.ts';

/*
 * What the plan's budget tables announce for the year, in đồng. A row whose amount is left open, or a table whose money has no unit,
 * makes the sum unknown: nobody is held against half a budget.
 */
const sizes: Readonly<Record<string, number>> = { 'đồng': 1, 'nghìn đồng': 1000, 'triệu đồng': 1_000_000, 'tỷ đồng': 1_000_000_000 };

export interface AnnouncedLine {
  readonly name: string;
  readonly unit: string | undefined;
  /** Missing: left open. */
  readonly amount: number | undefined;
}

const remembered = new WeakMap<Plan, readonly AnnouncedLine[]>();

/** The rows of the year's budget tables, each with its amount: the largest of its money columns, in favour of the unit. */
export function announcedLines(plan: Plan): readonly AnnouncedLine[] {
  const known = remembered.get(plan) ?? plan.tables.filter(({ kind, year }) => kind === 'budget' && year === plan.year).flatMap(linesOf);
  remembered.set(plan, known);
  return known;
}

function linesOf({ columns, rows }: PlanTable): readonly AnnouncedLine[] {
  const money = columns.filter(({ kind }) => kind === 'money');
  const [name] = columns.filter(({ kind }) => kind === 'text');
  const parents = new Set(rows.map(({ parent }) => parent));
  return rows.filter(({ id, role = 'item' }) => role === 'item' && !parents.has(id)).map((row) => ({ name: String((name && row.cells[name.key]) ?? ''), unit: row.unit, amount: amountOf(row, money) }));
}

function amountOf({ cells }: PlanTableRow, money: readonly PlanTableColumn[]): number | undefined {
  const amounts = money.flatMap(({ key, unit }) => {
    const [cell, size] = [cells[key], sizes[unit ?? '']];
    return typeof cell === 'number' && size !== undefined ? [Math.round(cell * size)] : [];
  });
  return amounts.length > 0 ? Math.max(...amounts) : undefined;
}

/** Sum of the amounts; undefined when there is no line, or one is left open. */
export function sumOfAnnounced(lines: readonly AnnouncedLine[]): number | undefined {
  const amounts = lines.map(({ amount }) => amount).filter((amount) => amount !== undefined);
  return lines.length > 0 && amounts.length === lines.length ? amounts.reduce((sum, amount) => sum + amount, 0) : undefined;
}

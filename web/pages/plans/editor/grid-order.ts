import type { PlanTable } from '../../../../domain/plan.ts';
import type { TypedRow } from './grid-rows.ts';

/** What the choice of a new row says: it belongs where the row above it belongs, or to that row when it heads a group. No id of a row looks like it. */
export const likeAbove = '^';

const parentsOf = (rows: readonly TypedRow[]): ReadonlyMap<string, string | undefined> => new Map(rows.filter(({ id }) => id !== '').map(({ id, parent }) => [id, parent]));

/** Whether a row stands below the row `id`, over however many steps. */
export function isBelow(rows: readonly TypedRow[], { parent }: TypedRow, id: string): boolean {
  const parents = parentsOf(rows);
  const seen = new Set<string>();
  for (let at = parent; at !== undefined && at !== '' && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** Where the rows end that follow a row and stand below it. */
function endOf(rows: readonly TypedRow[], at: number): number {
  const id = rows[at]?.id ?? '';
  let end = at + 1;
  for (let row = rows[end]; id !== '' && row && isBelow(rows, row, id); row = rows[end]) end += 1;
  return end;
}

/** Where the neighbour above begins: the row that heads what ends there; the heading of one's own group, for its first row. */
function startOfAbove(rows: readonly TypedRow[], at: number): number {
  const start = rows.findIndex((_, index) => index < at && endOf(rows, index) === at);
  return start < 0 ? at - 1 : start;
}

/** A row passes its neighbour, each with the rows below it, and belongs then where that neighbour belongs. At the edge nothing moves. */
export function moved(rows: readonly TypedRow[], at: number, way: 'up' | 'down'): readonly TypedRow[] {
  const row = rows[at];
  if (!row) return rows;
  const end = endOf(rows, at);
  const from = way === 'up' ? startOfAbove(rows, at) : at;
  const to = way === 'up' ? end : endOf(rows, end);
  const passed = rows[way === 'up' ? from : end];
  if (!passed || from < 0) return rows;
  const block = [{ ...row, ...(passed.parent === undefined ? {} : { parent: passed.parent }) }, ...rows.slice(at + 1, end)];
  return [...rows.slice(0, from), ...(way === 'up' ? [...block, ...rows.slice(from, at)] : [...rows.slice(end, to), ...block]), ...rows.slice(to)];
}

/** Rows that others may be put below: those that head a group or add one up, and those that have rows below them already. */
export function heads(rows: readonly TypedRow[]): readonly TypedRow[] {
  const parents = new Set(rows.map(({ parent }) => parent));
  return rows.filter(({ id, role }) => id !== '' && (role === 'group' || role === 'subtotal' || parents.has(id)));
}

/** A row as a choice names it. */
export const headName = ({ number, cells }: TypedRow, { columns }: Pick<PlanTable, 'columns'>): string => {
  const name = [number, cells[columns.find(({ kind }) => kind === 'text')?.key ?? ''] ?? ''].filter(Boolean).join(' ');
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
};

/** The row that a row will stand below: rows of a removed one go to where that one belonged. */
export function parentKept(rows: readonly TypedRow[], parent: string): string {
  const removed = new Map(rows.filter(({ isRemoved }) => isRemoved).map((row) => [row.id, row.parent ?? '']));
  let at = parent;
  for (let steps = 0; removed.has(at) && steps <= rows.length; steps += 1) at = removed.get(at) ?? '';
  return at;
}

import { decimalToNumber, sumDecimals } from '../../../../domain/decimal.ts';
import { parseNumber } from '../../../../domain/numbers.ts';
import type { Cell, PlanTable, PlanTableColumn, PlanTableRow } from '../../../../domain/plan.ts';
import type { FieldError } from '../../../../domain/refusals.ts';
import { one, type Fields } from '../../../http/form.ts';
import { written } from './entry-form.ts';
import { isBelow, likeAbove, parentKept } from './grid-order.ts';

/** A row of the grid as typed. `id` is empty for a row that the table has not got yet. */
export interface TypedRow {
  readonly id: string;
  readonly number: string;
  readonly role: string;
  /** The row it stands below, empty for none, or `likeAbove`; absent where the form does not ask. */
  readonly parent?: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly isRemoved: boolean;
}

export const blankRow: TypedRow = { id: '', number: '', role: '', cells: {}, isRemoved: false };
export const fieldName = (index: number, member: string): string => `rows.${index}.${member}`;

const textOf = (cell: Cell | undefined): string => written(cell, typeof cell === 'number' ? 'number' : 'line');

export const storedRows = ({ rows }: Pick<PlanTable, 'rows'>): readonly TypedRow[] => rows.map(({ id, number = '', role = '', parent = '', cells }) => ({ id, number, role, parent, cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, textOf(cell)])), isRemoved: false }));

/** Rows in the order of the form; undefined when it holds none. */
export function typedRows(fields: Fields, columns: readonly PlanTableColumn[]): readonly TypedRow[] | undefined {
  const count = Object.keys(fields).reduce((most, name) => Math.max(most, Number(/^rows\.(\d+)\./.exec(name)?.[1] ?? -1) + 1), 0);
  if (count === 0) return undefined;
  const text = (index: number, member: string): string => one(fields, fieldName(index, member)).replace(/\s+/g, ' ');
  return Array.from({ length: Math.min(count, 2000) }, (_, index) => ({
    id: text(index, 'id'), number: text(index, 'number'), role: text(index, 'role'), ...(Object.hasOwn(fields, fieldName(index, 'parent')) ? { parent: text(index, 'parent') } : {}), isRemoved: text(index, 'remove') !== '', cells: Object.fromEntries(columns.map(({ key }) => [key, text(index, `cells.${key}`)])),
  }));
}

export const isBlank = ({ id, number, cells }: TypedRow): boolean => id === '' && number === '' && Object.values(cells).every((cell) => cell === '');

/** Lines of a spreadsheet as rows: number, then a cell for each column. A head that repeats the columns' names is passed over. */
export function pastedRows(text: string, columns: readonly PlanTableColumn[]): readonly TypedRow[] {
  const lines = text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/\s+/g, ' ').trim())).filter((cells) => cells.some((cell) => cell !== ''));
  const isHead = columns.some(({ kind, label }) => kind === 'text' && lines[0]?.some((cell) => cell.toLocaleLowerCase('vi') === label.toLocaleLowerCase('vi')));
  return lines.slice(isHead ? 1 : 0).slice(0, 500).map(([number = '', ...cells]) => ({ ...blankRow, number, cells: Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? ''])) }));
}

const figureOf = (text: string): number | undefined => {
  const entry = parseNumber(text, { writtenIn: 'vi', suffix: '%' });
  return 'value' in entry ? entry.value : undefined;
};

/** What a column adds up to: of rows below one another the lowest that have a figure, as the check of totals counts. Undefined when there is nothing to add. */
export function columnSum(rows: readonly PlanTableRow[], key: string): number | undefined {
  const figure = ({ cells }: PlanTableRow): number | undefined => { const cell = cells[key]; return typeof cell === 'number' ? cell : undefined; };
  const hasBelow = (id: string): boolean => rows.some((row) => row.parent === id && (figure(row) !== undefined || hasBelow(row.id)));
  const figures = rows.flatMap((row) => (figure(row) === undefined || hasBelow(row.id) ? [] : figure(row) ?? []));
  return figures.length === 0 ? undefined : decimalToNumber(sumDecimals(figures));
}

/** The table's rows as typed, over what stood there: cells that were not touched stay as they are, to the letter. What is no figure in a column of figures is an error. */
export function rowsOf(typed: readonly TypedRow[], table: PlanTable): { readonly rows: readonly PlanTableRow[]; readonly errors: readonly FieldError[] } {
  const before = new Map(table.rows.map((row) => [row.id, row]));
  const errors: FieldError[] = [];
  const rows: PlanTableRow[] = [];
  const taken = new Set(before.keys());
  typed.forEach((row, index) => {
    if (row.isRemoved || isBlank(row)) return;
    const was = before.get(row.id);
    const cells = table.columns.map((column) => {
      const cell = cellOf(row.cells[column.key] ?? '', was?.cells[column.key], column);
      if (cell === undefined || cell === null || typeof cell !== 'object') return [column.key, cell] as const;
      errors.push({ pointer: `/${fieldName(index, `cells.${column.key}`)}`, code: 'cell-not-a-number', value: cell.text, accepted: column.label });
      return [column.key, undefined] as const;
    });
    const { number: _, role: __, printed: ___, parent: ____, ...kept } = was ?? { id: freshId(taken), cells: {} };
    const parent = row.parent === undefined && was ? was.parent : row.parent === undefined || row.parent === likeAbove ? parentAfter(rows.at(-1)) : parentKept(typed, row.parent);
    if (parent === kept.id || (parent && isBelow(typed, { ...row, parent }, kept.id))) errors.push({ pointer: `/${fieldName(index, 'parent')}`, code: 'row-below-itself' });
    const printed = Object.fromEntries(Object.entries(was?.printed ?? {}).filter(([key]) => textOf(was?.cells[key]) === row.cells[key]));
    rows.push({
      ...kept, ...(parent ? { parent } : {}), ...(row.number === '' ? {} : { number: row.number }), ...(row.role === 'item' || row.role === 'group' || row.role === 'subtotal' ? { role: row.role } : {}),
      cells: Object.fromEntries(cells.filter((each): each is readonly [string, Cell] => each[1] !== undefined)), ...(Object.keys(printed).length > 0 ? { printed } : {}),
    });
  });
  return { rows, errors };
}

/** What is typed where nothing stood and nothing is typed now stays absent; a cell that was emptied is printed empty. */
function cellOf(text: string, was: Cell | undefined, { kind }: PlanTableColumn): Cell | undefined | { readonly text: string } {
  if (text === textOf(was)) return was;
  if (text === '') return was === undefined ? undefined : null;
  return kind === 'text' ? text : figureOf(text) ?? { text };
}

function freshId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`d${number}`)) number += 1;
  taken.add(`d${number}`);
  return `d${number}`;
}

/** A row put below another belongs to the same group, or to the group that the other heads. */
const parentAfter = (above: PlanTableRow | undefined): string | undefined => (above?.role === 'group' ? above.id : above?.parent);

import type { Cell, PlanTable, PlanTableColumn, PlanTableRow, StatedTotal } from '../../../domain/plan.ts';

/** A sound table with one error put into it, and every finding that it must give: `rule row column`. */
export type TableError = (table: PlanTable) => readonly [PlanTable, readonly string[]];

function withRow(table: PlanTable, id: string, change: (row: PlanTableRow) => PlanTableRow): PlanTable {
  return { ...table, rows: table.rows.map((row) => (row.id === id ? change(row) : row)) };
}

function withCell(table: PlanTable, id: string, key: string, value: (before: number) => Cell): PlanTable {
  return withRow(table, id, (row) => ({ ...row, cells: { ...row.cells, [key]: value(Number(row.cells[key])) } }));
}

function withTotal(table: PlanTable, index: number, change: (total: StatedTotal) => StatedTotal): PlanTable {
  return { ...table, statedTotals: (table.statedTotals ?? []).map((total, at) => (at === index ? change(total) : total)) };
}

/** The same table without groups and sub-totals. */
export const flat = (table: PlanTable): PlanTable => ({ ...table, rows: table.rows.filter(({ role }) => role !== 'subtotal').map(({ parent: _, ...row }, i) => ({ ...row, number: String(i + 1) })) });
const lastItem = ({ rows }: PlanTable): string => rows.at(-1)?.id ?? '';

const withColumn = (table: PlanTable, column: PlanTableColumn, value: Cell): PlanTable => ({ ...table, columns: [...table.columns, column], rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, [column.key]: value } })) });

export const budgetErrors: Readonly<Record<string, TableError>> = {
  'a sub-total': (table) => [withCell(table, 'g1', 'local', (n) => n + 9), ['subtotal-differs-from-rows g1 local']],
  'a total': (table) => [withTotal(table, 1, (total) => ({ ...total, value: total.value + 9 })), ['total-differs-from-rows - central']],
  'a total without sub-totals': (table) => [withTotal(flat(table), 0, (total) => ({ ...total, value: total.value - 1 })), ['total-differs-from-rows - local']],
  'a total across columns': (table) => [withTotal(table, 3, (total) => ({ ...total, value: total.value + 0.5 })), ['total-across-differs - local']],
  'words of a total': (table) => [withTotal(table, 2, (total) => ({ ...total, words: 'Ba đồng' })), ['words-differ-from-figure - total']],
  'the marks of a figure': (table) => [withRow(table, 'g0-1', (row) => ({ ...row, printed: { local: `1,${String(row.cells['local']).padStart(3, '0').slice(0, 3)}.5` } })), ['figure-mixed-marks g0-1 local']],
  'marks that make another number': (table) => [withTotal(table, 1, (total) => ({ ...total, printed: `${String(total.value)}000` })), ['figure-reads-otherwise - central']],
  'the unit of a column': (table) => [{ ...table, statedTotals: [], columns: table.columns.map((column) => (column.key === 'central' ? { ...column, unit: 'nghìn đồng' } : column)), rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, total: row.cells['local'] ?? null } })) }, ['money-units-mixed - central']],
  'a total printed twice': (table) => [{ ...table, statedTotals: [...(table.statedTotals ?? []), { column: 'local', value: 1 }] }, ['total-differs-from-rows - local', 'total-stated-twice - local']],
  'a row of several years above its total': (table) => [withRow({ ...flat(table), statedTotals: [] }, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, time: '2022-2024', total: Number(row.cells['local']) - 1 } })), ['parts-above-row-total g0-0 total']],
  'years between two stages': (table) => [withRow({ ...table, columns: [...table.columns, { key: 'later', label: 'Thời gian thực hiện: giai đoạn sau', kind: 'text' }] }, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, later: '2024 - 2025' } })), ['period-gap g0-0 later']],
  'a number left out': (table) => [withRow(table, lastItem(table), (row) => ({ ...row, number: '9' })), [`numbering-gap ${lastItem(table)} -`]],
  'a number used twice': (table) => [withRow(table, 'g0-1', (row) => ({ ...row, number: '1' })), table.rows.some(({ id }) => id === 'g0-2') ? ['numbering-gap g0-2 -', 'numbering-repeated g0-1 -'] : ['numbering-repeated g0-1 -']],
  'a lead unit': (table) => [withRow(table, 'g1-0', (row) => ({ ...row, cells: { ...row.cells, lead: null } })), ['lead-missing g1-0 lead']],
  'a unit that coordinates itself': (table) => [withRow(table, 'g1-0', (row) => ({ ...row, cells: { ...row.cells, coordinating: 'Sở Tài chính' } })), ['lead-coordinates-itself g1-0 coordinating']],
  'a time': (table) => [withRow(table, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, time: 'chưa cấp kinh phí' } })), ['time-without-date g0-0 time']],
  'the year of a heading': (table) => [{ ...table, columns: table.columns.map((column) => (column.key === 'central' ? { ...column, label: 'Kinh phí năm 2021' } : column)) }, ['header-year-differs - central']],
  'a placeholder': (table) => [withRow(table, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, name: 'theo {ghi số hiệu}' } })), ['placeholder-left g0-0 name']],
  "a row's own total, in a table without sub-totals": (table) => {
    const broken = withCell({ ...table, rows: flat(table).rows }, 'g0-0', 'total', (n) => n + 7);
    return [withTotal(broken, 2, ({ words: _, ...total }) => ({ ...total, value: total.value + 7 })), ['parts-differ-from-row-total g0-0 total']];
  },
  'a sub-total that the total was made from: the total follows': (table) => [
    withTotal(withCell(table, 'g0', 'central', (n) => n + 3), 1, (total) => ({ ...total, value: total.value + 3 })),
    ['subtotal-differs-from-rows g0 central', 'total-follows-wrong-subtotals - central'],
  ],
  'a sub-total and a total, each otherwise': (table) => [
    withTotal(withCell(table, 'g0', 'local', (n) => n + 9), 0, (total) => ({ ...total, value: total.value + 4 })),
    ['subtotal-differs-from-rows g0 local', 'total-differs-from-subtotals - local'],
  ],
  'a time in another year': (table) => [withRow(table, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, time: '2023' } })), ['time-outside-year g0-0 time']],
  "a name with last year's number": (table) => [withRow(table, 'g0-0', (row) => ({ ...row, cells: { ...row.cells, name: 'Thuê dịch vụ năm 2021' } })), ['work-of-earlier-year g0-0 name']],
  'a unit that appraises itself': (table) => [
    withRow(withColumn(table, { key: 'appraisal', label: 'Đơn vị thẩm định', kind: 'text' }, 'Sở Kế hoạch và Đầu tư'), 'g0-1', (row) => ({ ...row, cells: { ...row.cells, appraisal: 'Sở Kế hoạch và Đầu tư; Sở Tài chính' } })),
    ['lead-appraises-itself g0-1 appraisal'],
  ],
  'a line that stands there twice': (table) => {
    const { rows } = flat(table);
    const last = rows.slice(-1).map((row) => ({ ...row, id: 'again', number: String(rows.length + 1) }));
    return [{ ...table, statedTotals: [], rows: [...rows, ...last] }, ['row-repeated again name']];
  },
};

export const serviceErrors: Readonly<Record<string, TableError>> = {
  'more services with records than services': (table) => [withCell(withCell(table, 'd0', 'services', () => 10), 'd0', 'used', () => 11), ['services-used-above-services d0 used']],
  'records without services': (table) => [withCell(table, 'd1', 'used', () => 0), ['records-without-services d1 used']],
  'fewer records than services with records': (table) => [withCell(withCell(withCell(table, 'd0', 'services', () => 9), 'd0', 'used', () => 5), 'd0', 'records', () => 4), ['records-below-services-used d0 records']],
};

export const shareErrors: Readonly<Record<string, TableError>> = {
  'shares that do not add up': (table) => [withCell(table, 'd0', 'share', (n) => n + 1), ['shares-not-hundred - share']],
};

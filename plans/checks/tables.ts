import type { Cell, ColumnKind, PlanTable } from '../../domain/plan.ts';
import type { Fault } from '../issues.ts';
import type { DataPath } from '../yaml.ts';
import { fault, repeated } from './faults.ts';

/** Cells stand under known columns and are of their kind; rows, parents and stated totals refer to what exists. */
export function checkTable(table: PlanTable, index: number): Fault[] {
  const path: DataPath = ['tables', index];
  const kinds = new Map(table.columns.map((column) => [column.key, column.kind]));
  const rows = new Set(table.rows.map((row) => row.id));
  return [
    ...repeated(table.columns.map((column) => column.key), (column) => [...path, 'columns', column, 'key']),
    ...repeated(table.rows.map((row) => row.id), (row) => [...path, 'rows', row, 'id']),
    ...table.rows.flatMap((row, place) => Object.entries(row.cells).flatMap(([key, cell]) => checkCell([...path, 'rows', place, 'cells', key], cell, kinds.get(key), kinds))),
    ...table.rows.flatMap((row, place) => Object.keys(row.printed ?? {}).flatMap((key) => checkCell([...path, 'rows', place, 'printed', key], row.cells[key] ?? null, kinds.get(key), kinds))),
    ...table.rows.flatMap((row, place) => unknownRow([...path, 'rows', place, 'parent'], row.parent, rows)),
    ...(table.statedTotals ?? []).flatMap((total, place) => [
      ...unknownRow([...path, 'statedTotals', place, 'of'], total.of, rows),
      ...[total.column, ...(total.across ?? [])].flatMap((column) => checkCell([...path, 'statedTotals', place, 'column'], total.value, kinds.get(column), kinds)),
    ]),
  ];
}

function checkCell(path: DataPath, cell: Cell, kind: ColumnKind | undefined, kinds: ReadonlyMap<string, ColumnKind>): Fault[] {
  if (kind === undefined) {
    return [fault(path, 'unknown-column', cell, { vi: 'cột không có trong bảng', en: 'is not a column of this table' }, [...kinds.keys()].join(', '))];
  }
  const fits = cell === null || (kind === 'text') === (typeof cell === 'string');
  return fits ? [] : [fault(path, 'wrong-cell-kind', cell, { vi: 'giá trị không hợp với loại cột', en: 'the value does not fit the kind of its column' }, kind)];
}

function unknownRow(path: DataPath, row: string | undefined, rows: ReadonlySet<string>): Fault[] {
  if (row === undefined || rows.has(row)) return [];
  return [fault(path, 'unknown-row', row, { vi: `dòng “${row}” không có trong bảng`, en: `row "${row}" is not in this table` }, { vi: 'mã dòng của bảng', en: 'an id of a row of the table' })];
}

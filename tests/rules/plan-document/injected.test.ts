import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, PlanTable, PlanTableRow, StatedTotal } from '../../../domain/plan.ts';
import { checkPlanDocument } from '../../../rules/plan-document/check.ts';
import { loadPlanRules } from '../../../rules/plan-document/load.ts';
import { aDay, planWith } from './a-plan.ts';
import { soundServices, soundTable } from './generated.ts';

const rules = loadPlanRules();
const run = { seed: 20230921, numRuns: 60 };

function found(table: PlanTable): readonly string[] {
  return checkPlanDocument(planWith([table]), rules, aDay).findings.map(({ rule, where }) => `${rule} ${where.row ?? '-'} ${where.column ?? '-'}`).sort();
}

function withRow(table: PlanTable, id: string, change: (row: PlanTableRow) => PlanTableRow): PlanTable {
  return { ...table, rows: table.rows.map((row) => (row.id === id ? change(row) : row)) };
}

function withCell(table: PlanTable, id: string, key: string, value: (before: number) => Cell): PlanTable {
  return withRow(table, id, (row) => ({ ...row, cells: { ...row.cells, [key]: value(Number(row.cells[key])) } }));
}

function withTotal(table: PlanTable, index: number, change: (total: StatedTotal) => StatedTotal): PlanTable {
  return { ...table, statedTotals: (table.statedTotals ?? []).map((total, at) => (at === index ? change(total) : total)) };
}

const flat = (table: PlanTable): PlanTable => ({ ...table, rows: table.rows.filter(({ role }) => role !== 'subtotal').map(({ parent: _, ...row }, i) => ({ ...row, number: String(i + 1) })) });
const lastItem = ({ rows }: PlanTable): string => rows.at(-1)?.id ?? '';

/** One error put into a sound table, and every finding that it must give. */
const budgetErrors: Readonly<Record<string, (table: PlanTable) => readonly [PlanTable, readonly string[]]>> = {
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
};

describe('one error in a generated plan', () => {
  it.each(Object.entries(budgetErrors))('%s', (_, inject) => {
    fc.assert(fc.property(soundTable, (table) => {
      const [broken, expected] = inject(table);
      expect(found(broken)).toEqual([...expected].sort());
    }), run);
  });

  it("a row's own total, in a table without sub-totals", () => {
    fc.assert(fc.property(soundTable, (table) => {
      const rows = flat(table).rows;
      const broken = withTotal(withCell({ ...table, rows }, 'g0-0', 'total', (n) => n + 7), 2, ({ words: _, ...total }) => ({ ...total, value: total.value + 7 }));
      expect(found(broken)).toEqual(['parts-differ-from-row-total g0-0 total']);
    }), run);
  });

  it('a sub-total that the total was made from: the total follows', () => {
    fc.assert(fc.property(soundTable, (table) => {
      const broken = withTotal(withCell(table, 'g0', 'central', (n) => n + 3), 1, (total) => ({ ...total, value: total.value + 3 }));
      expect(found(broken)).toEqual(['subtotal-differs-from-rows g0 central', 'total-follows-wrong-subtotals - central']);
    }), run);
  });

  it.each([
    ['more services with records than services', (table: PlanTable) => withCell(withCell(table, 'd0', 'services', () => 10), 'd0', 'used', () => 11), 'services-used-above-services d0 used'],
    ['records without services', (table: PlanTable) => withCell(table, 'd1', 'used', () => 0), 'records-without-services d1 used'],
    ['fewer records than services with records', (table: PlanTable) => withCell(withCell(withCell(table, 'd0', 'services', () => 9), 'd0', 'used', () => 5), 'd0', 'records', () => 4), 'records-below-services-used d0 records'],
  ])('%s', (_, inject, expected) => {
    fc.assert(fc.property(soundServices, (table) => {
      expect(found(inject(table))).toEqual([expected]);
    }), run);
  });
});

describe('no error', () => {
  it.each([['budgets', soundTable], ['budgets without groups', soundTable.map(flat)], ['services', soundServices]])('%s', (_, tables) => {
    fc.assert(fc.property(tables, (table) => {
      expect(found(table)).toEqual([]);
    }), { ...run, numRuns: 300 });
  });
});

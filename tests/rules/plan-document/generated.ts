import fc from 'fast-check';
import { sumDecimals, decimalToNumber } from '../../../domain/decimal.ts';
import type { PlanTable, PlanTableRow } from '../../../domain/plan.ts';
import { amountInWords } from '../../../rules/facts/amount-in-words.ts';

/** Tables in which everything holds together: groups with sub-totals, two sources a row, totals in figures and words. */
export const soundTable: fc.Arbitrary<PlanTable> = fc
  .array(fc.array(fc.record({ local: fc.integer({ min: 1, max: 900_000 }), central: fc.integer({ min: 1, max: 900_000 }) }), { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 4 })
  .map((groups) => {
    const keys = ['total', 'local', 'central'] as const;
    const sum = (figures: readonly number[]): number => decimalToNumber(sumDecimals(figures));
    const rows = groups.flatMap((group, g): readonly PlanTableRow[] => {
      const items = group.map(({ local, central }, i): PlanTableRow => ({
        id: `g${g}-${i}`, number: String(i + 1), parent: `g${g}`,
        cells: { name: `việc ${g}.${i}`, lead: 'Sở Tài chính', coordinating: 'Sở Xây dựng', time: '2022', total: sum([local, central]), local, central },
      }));
      const subtotals = Object.fromEntries(keys.map((key) => [key, sum(items.map(({ cells }) => Number(cells[key])))]));
      return [{ id: `g${g}`, number: ['I', 'II', 'III', 'IV'][g] ?? '', role: 'subtotal', cells: { name: `nhóm ${g}`, ...subtotals } }, ...items];
    });
    const totals = keys.map((key) => ({ column: key, value: sum(rows.filter(({ parent }) => parent === undefined).map(({ cells }) => Number(cells[key]))) }));
    const [all = { column: 'total', value: 0 }] = totals;
    return {
      id: 'bang', kind: 'budget', title: 'Bảng', clause: 'Phụ lục', year: 2022,
      columns: [
        { key: 'name', label: 'Tên nhiệm vụ', kind: 'text' },
        { key: 'lead', label: 'Đơn vị chủ trì', kind: 'text' },
        { key: 'coordinating', label: 'Đơn vị phối hợp', kind: 'text' },
        { key: 'time', label: 'Thời gian thực hiện', kind: 'text' },
        { key: 'total', label: 'Tổng kinh phí', kind: 'money', unit: 'triệu đồng' },
        { key: 'local', label: 'Kinh phí năm 2022: địa phương', kind: 'money', unit: 'triệu đồng' },
        { key: 'central', label: 'Kinh phí năm 2022: trung ương', kind: 'money', unit: 'triệu đồng' },
      ],
      rows,
      statedTotals: [...totals.slice(1), { ...all, words: amountInWords(all.value * 1_000_000) ?? '' }, { column: 'local', across: ['central'], value: all.value, label: 'Tổng các nguồn' }],
    } satisfies PlanTable;
  });

/** Services by body, each count at most the one it comes from. */
export const soundServices: fc.Arbitrary<PlanTable> = fc
  .array(fc.record({ services: fc.integer({ min: 1, max: 50 }), used: fc.integer({ min: 1, max: 50 }), records: fc.integer({ min: 50, max: 9000 }) }), { minLength: 2, maxLength: 8 })
  .map((bodies) => ({
    id: 'dich-vu', kind: 'services', title: 'Dịch vụ', clause: 'Mục II',
    columns: [
      { key: 'name', label: 'Tên đơn vị', kind: 'text' },
      { key: 'services', label: 'Số lượng DVCTT mức độ 3', kind: 'number' },
      { key: 'used', label: 'Số lượng DVCTT mức độ 3 có phát sinh hồ sơ', kind: 'number' },
      { key: 'records', label: 'Số lượng hồ sơ trực tuyến của DVCTT mức độ 3 có phát sinh hồ sơ', kind: 'number' },
    ],
    rows: bodies.map(({ services, used, records }, i) => ({ id: `d${i}`, number: String(i + 1), cells: { name: `Sở ${i}`, services: Math.max(services, used), used: Math.min(services, used), records } })),
  }));

/** Shares of three groups, which add up to 100. */
export const soundShares: fc.Arbitrary<PlanTable> = fc.tuple(fc.integer({ min: 1, max: 490 }), fc.integer({ min: 1, max: 490 })).map(([first, second]) => ({
  id: 'co-cau', kind: 'other', title: 'Cơ cấu', clause: 'Mục III',
  columns: [{ key: 'name', label: 'Tên nguồn', kind: 'text' }, { key: 'share', label: 'Tỷ trọng', kind: 'percent', unit: '%' }],
  rows: [first / 10, second / 10, decimalToNumber(sumDecimals([100, -first / 10, -second / 10]))].map((share, i) => ({ id: `d${i}`, number: String(i + 1), cells: { name: `Nguồn ${i}`, share } })),
}));

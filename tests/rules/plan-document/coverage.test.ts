import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../domain/plan.ts';
import { loadPlan } from '../../../plans/load.ts';
import { coverageOf } from '../../../rules/plan-document/coverage.ts';

const source = `I. MỤC TIÊU
- 90% thủ tục có dịch vụ
  trực tuyến. Tăng cường tuyên truyền.
- Theo Quyết định số 28/2018/QĐ-TTg.
1. Giải pháp
Bảng: Thuê máy chủ 1.234,50 triệu đồng. Cả tỉnh có 222 xã. Kế hoạch 2022 - 2025 và Điều 3.`;

function plan(parts: Partial<Plan>): Plan {
  const { targets: [target], ...base } = loadPlan('gia-lai-2022');
  if (!target) throw new Error('No target');
  return {
    ...base, title: 'Tên không có ở đây', tasks: [], results: [], responsibilities: [], tables: [], coverage: [],
    targets: [{ ...target, quote: '90% thủ tục có dịch vụ trực tuyến' }],
    legalGrounds: [{ id: 'qd-28', symbol: '28/2018/QĐ-TTg', name: 'Quyết định' }],
    ...parts,
  };
}

const table: Plan['tables'][number] = {
  id: 'bang', kind: 'budget', title: 'Bảng kê', clause: 'Bảng', columns: [{ key: 'name', label: 'Tên', kind: 'text' }, { key: 'amount', label: 'Tiền', kind: 'money', unit: 'triệu đồng' }],
  rows: [{ id: 'd1', cells: { name: 'Thuê máy chủ', amount: 1234.5 } }],
};

describe('coverage of a source text', () => {
  it('names what nothing holds, and only that', () => {
    const found = coverageOf(plan({ tables: [table] }), source);
    expect(found).toMatchObject({ quotes: 1, invented: [], heldBy: { target: 1, ground: 1, table: 1 } });
    expect(found.missed).toEqual(['Cả tỉnh có 222 xã.', 'Kế hoạch 2022 - 2025 và Điều 3.']);
  });

  it('is content when reasons hold the rest', () => {
    const coverage = [{ quote: 'Cả tỉnh có 222 xã', reason: 'số nền' }, { quote: '2022 - 2025', reason: 'thời kỳ' }];
    expect(coverageOf(plan({ tables: [table], coverage }), source)).toMatchObject({ quotes: 3, invented: [], missed: [], heldBy: { reason: 2 } });
  });

  it('finds invented quotes and figures', () => {
    const invented = plan({ tables: [{ ...table, rows: [{ id: 'd1', cells: { name: 'Thuê máy chủ', amount: 1235.5 } }] }], coverage: [{ quote: 'Cả tỉnh có 223 xã', reason: 'số nền' }] });
    expect(coverageOf(invented, source).invented.map(({ words }) => words)).toEqual(['Cả tỉnh có 223 xã', '1.235,5']);
  });
});

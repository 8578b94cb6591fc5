import fc from 'fast-check';
import type { PlainDate } from '../../../domain/date.ts';
import type { CoverageReason, Plan, Result } from '../../../domain/plan.ts';
import { percentOf } from '../../../domain/ratio.ts';
import { planWith } from './a-plan.ts';
import { soundTable } from './generated.ts';

export const sections = ['I. MỤC TIÊU', 'II. NHIỆM VỤ', 'III. GIẢI PHÁP', 'IV. KINH PHÍ', 'V. TỔ CHỨC THỰC HIỆN'] as const;
export const points = ['a) Xây dựng nền tảng', 'b) Kết nối dữ liệu', 'c) Đào tạo', 'd) Thuê dịch vụ', 'đ) Tuyên truyền', 'e) Kiểm tra'] as const;

export const quoted = (quote: string): CoverageReason => ({ quote, reason: 'lý do' });

/** A count, and the parts that it says it is made of. */
export const accounts = (value: number, [first, second]: readonly [number, number]): Result => ({ id: 'kq-tai-khoan', clause: 'Mục II.1', name: 'Đơn vị có tài khoản', unit: 'đơn vị', value, quote: `cấp tài khoản: ${value} (${first} phòng chuyên môn và ${second} đơn vị sự nghiệp)` });

const numbers = fc.uniqueArray(fc.integer({ min: 100, max: 900 }), { minLength: 4, maxLength: 4 });

/**
 * Plans in which everything outside the tables holds together too: headings in order, citations with the right kind, issuer and
 * date, results that follow from their figures, targets within their bounds.
 */
export const soundDocument: fc.Arbitrary<Plan> = fc.record({
  table: soundTable,
  numbers,
  parts: fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 })),
  share: fc.integer({ min: 1, max: 300 }).chain((denominator) => fc.record({ denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }), places: fc.integer({ min: 0, max: 2 }) })),
  bodies: fc.integer({ min: 5, max: 40 }),
  day: fc.integer({ min: 1, max: 28 }),
  thresholds: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }),
}).map(({ table, numbers: [decision = 0, decree = 0, circular = 0, standard = 0], parts, share, bodies, day, thresholds }) => {
  const own = planWith([table]);
  const [q1 = 1, q2 = 1, q3 = 1, q4 = 1] = [...thresholds].sort((a, b) => a - b);
  return {
    ...own,
    issuedOn: `2021-12-${String(day).padStart(2, '0')}` as PlainDate,
    coverage: [
      ...sections, '1. Hạ tầng', '2. Dữ liệu', '3. Nhân lực', ...points,
      `Quyết định số ${decision}/2018/QĐ-TTg ngày ${day}/7/2018 của Thủ tướng Chính phủ`,
      `Nghị định số ${decree}/2020/NĐ-CP ngày ${day} tháng 3 năm 2020 của Chính phủ`,
      `Thông tư số ${circular}/2017/TT-BTTTT và quy chuẩn QCVN ${standard}:2017/BTTTT`,
      'Kế hoạch 5 năm 2016-2020', 'ĐVT: Triệu đồng',
    ].map(quoted),
    results: [
      accounts(parts[0] + parts[1], parts),
      { id: 'kq-ty-le', clause: 'Mục II.2', name: 'Thủ tục trực tuyến', unit: '%', numerator: share.numerator, denominator: share.denominator, value: Number(percentOf(share, share.places)) },
      { id: 'kq-so', clause: 'Mục II.3', name: 'Sở có trang thông tin', unit: 'cơ quan', value: 3, quote: `3/${bodies} sở, ban, ngành có trang thông tin` },
    ],
    targets: own.targets.map((target, index) => (target.measure === 'ratio' ? { ...target, threshold: thresholds[index % 4] ?? 1, ...(index === 0 ? {} : { milestones: { Q1: q1, Q2: q2, Q3: q3, Q4: q4 } }) } : target)),
    tasks: own.tasks.map((task) => ({ ...task, due: '2022-06-30' })),
    legalGrounds: [{ id: 'qd-28', symbol: '28/2018/QĐ-TTg', name: 'Quyết định', date: '2018-07-12' }, { id: 'nd-43', symbol: '43/2011/NĐ-CP', name: 'Nghị định', date: '2011-06-13' }],
  };
});

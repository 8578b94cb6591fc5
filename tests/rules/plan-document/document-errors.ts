import type { LegalGround, Plan, Result, Target } from '../../../domain/plan.ts';
import { percentOf } from '../../../domain/ratio.ts';
import { accounts, points, quoted, sections } from './generated-document.ts';

/** Puts one error into a sound plan; `pick` chooses where or how. */
type DocumentError = (plan: Plan, pick: number) => Plan;

const choose = <Value>(values: readonly Value[], pick: number): Value => {
  const value = values[pick % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};
const says = (...quotes: readonly string[]): DocumentError => (plan, pick) => ({ ...plan, coverage: [...(plan.coverage ?? []), quoted(choose(quotes, pick))] });
const without = (lines: readonly string[]): DocumentError => (plan, pick) => ({ ...plan, coverage: (plan.coverage ?? []).filter(({ quote }) => quote !== choose(lines, pick)) });
const withResult = (plan: Plan, id: string, change: (result: Result) => Result): Plan => ({ ...plan, results: plan.results.map((result) => (result.id === id ? change(result) : result)) });
const addsResult = (result: Partial<Result>): DocumentError => (plan) => ({ ...plan, results: [...plan.results, { id: 'kq-them', clause: 'Mục II.9', name: 'Thêm', unit: 'cơ quan', ...result }] });
const withGround = (plan: Plan, id: string, change: (ground: LegalGround) => LegalGround): Plan => ({ ...plan, legalGrounds: plan.legalGrounds.map((ground) => (ground.id === id ? change(ground) : ground)) });

const withTarget = (isMeant: (target: Target) => boolean, change: (target: Target) => Target): DocumentError => (plan, pick) => {
  const { id } = choose(plan.targets.filter(isMeant), pick);
  return { ...plan, targets: plan.targets.map((target) => (target.id === id ? change(target) : target)) };
};

/** By the rule that must find it, and no other rule. */
export const documentErrors: Readonly<Record<string, DocumentError>> = {
  'section-missing': without(sections.slice(1, -1)),
  'point-letter-missing': without(points.slice(1, 3)),
  'clause-number-repeated': (plan, pick) => ({ ...plan, coverage: (plan.coverage ?? []).flatMap((reason) => (reason.quote === '2. Dữ liệu' ? [reason, quoted(choose(['2. Ứng dụng', '2. Dịch vụ công'], pick))] : [reason])) }),
  'placeholder-left': says('theo {ghi số hiệu}', 'cấp ngày {ngày cấp}'),
  'secret-mark-present': says('Độ mật: Tối mật', '(MẬT)', 'TUYỆT MẬT'),
  'period-length-differs': says('Kế hoạch 5 năm (2015-2020)', 'kế hoạch 3 năm 2021-2022'),
  'money-heading-without-column': says('ĐVT: 1.000 đồng', 'Đơn vị tính: Tỷ đồng'),
  'date-impossible': says('ban hành ngày 31/02/2021', 'ngày 03 tháng 12 tháng 2020', 'ngày 30 tháng 2 năm 2020', '12/13/2021'),
  'symbol-two-forms': (plan, pick) => says(`theo ${/\d+\/2018\/QĐ/u.exec(plan.coverage?.map(({ quote }) => quote).join(' ') ?? '')?.[0].replace('QĐ', 'TTg-QĐ') ?? ''}`)(plan, pick),
  'symbol-kind-differs': says('Quyết định số 45/2019/NĐ-CP', 'Nghị định số 12/QĐ-TTg', 'Hướng dẫn số 359/HĐ-STTTT'),
  'symbol-number-malformed': says('Nghị quyết 19-208/NQ-CP', 'Nghị quyết số 36-1/NQ-CP'),
  'symbol-issuer-unknown': says('Thông tư 05/2017/TT-BTTT', 'Thông tư số 7/2017/TT-BKHTT'),
  'symbol-issuer-differs': says('Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Thủ tướng Chính phủ', 'Quyết định số 45/2016/QĐ-TTg ngày 19 tháng 10 năm 2016 của Chính phủ', 'Nghị định 61/2018/NĐ-CP của Thủ tướng Chính phủ'),
  'standard-sign-unknown': says('QCNV 109:2017/BTTTT', 'theo TVCN 7801-1:2008'),
  'percentage-contradicts': (plan) => withResult(plan, 'kq-ty-le', (result) => ({ ...result, value: (result.value ?? 0) + 1 })),
  'result-part-above-whole': (plan) => withResult(plan, 'kq-ty-le', ({ denominator = 1, ...result }) => ({ ...result, denominator, numerator: denominator + 1, value: Number(percentOf({ numerator: denominator + 1, denominator }, 2)) })),
  'breakdown-differs': (plan, pick) => withResult(plan, 'kq-tai-khoan', ({ value = 0 }) => accounts(value + 1 + (pick % 5), [2, value - 2])),
  'result-stated-twice': (plan) => addsResult({ name: 'Sở có trang thông tin', value: 4 })(plan, 0),
  'whole-stated-differently': (plan, pick) => addsResult({ value: 2, quote: `2/${41 + (pick % 9)} sở, ban, ngành có một cửa` })(plan, 0),
  'target-above-hundred': withTarget(({ measure }) => measure === 'ratio', (target) => ({ ...target, threshold: 101 })),
  'rank-outside-field': (plan, pick) => withTarget(({ measure }) => measure === 'rank', (target) => ({ ...target, threshold: choose([0, 64, 100], pick) }))(plan, pick),
  'milestone-falls': withTarget(({ milestones, measure }) => measure === 'ratio' && milestones !== undefined, (target) => ({ ...target, milestones: { Q1: 10, Q2: 30, Q3: 20, Q4: 40 } })),
  'ground-date-differs': (plan) => withGround(plan, 'qd-28', (ground) => ({ ...ground, date: '2018-07-21' })),
  'ground-not-in-force': (plan, pick) => withGround(plan, 'qd-28', (ground) => (pick % 2 === 0 ? { ...ground, inForceTo: '2021-11-30' } : { ...ground, symbol: '102/2009/NĐ-CP', date: '2009-11-06' })),
  'ground-without-date': (plan) => withGround(plan, 'nd-43', ({ date: _, ...ground }) => ground),
  'deadline-before-issue': (plan, pick) => {
    const { id } = choose(plan.tasks, pick);
    return { ...plan, tasks: plan.tasks.map((task) => (task.id === id ? { ...task, due: '2021-11-30' } : task)) };
  },
};

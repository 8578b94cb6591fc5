import type { Severity } from '../../domain/verdict.ts';
import { wrapped } from '../plan/paint.ts';
import type { Flip } from './flips.ts';
import type { Recheck } from './run.ts';
import type { Saying } from './sayings.ts';

/** What the command answers; also its JSON. */
export interface RecheckAnswer extends Recheck {
  readonly cycle: string;
  readonly ruleset: string;
  /** Rules of the draft, by id; null without one. */
  readonly draft: readonly string[] | null;
}

const sayings = {
  met: 'đạt', 'on-track': 'đúng tiến độ', behind: 'chậm', missed: 'không đạt', 'no-data': 'chưa có số liệu', 'not-applicable': 'không áp dụng', waived: 'được miễn',
  violated: 'vướng', unknown: 'chưa kiểm tra được', nothing: 'không vướng',
} as const satisfies Readonly<Record<Saying['says'], string>>;

const severities = { blocking: 'chặn', warning: 'cảnh báo', note: 'ghi chú' } as const satisfies Readonly<Record<Severity, string>>;

const outcomes = { pass: 'đạt', findings: 'có vướng mắc', blocked: 'bị chặn' } as const satisfies Readonly<Record<Flip['verdict']['from'], string>>;

/** For people: units with their flips, in 100 columns. */
export function linesOf({ cycle, ruleset, draft, duties, submissions, flips, verified, differences }: RecheckAnswer): readonly string[] {
  const units = new Set(flips.map(({ unit }) => unit)).size;
  return [
    ...wrapped(`${cycle}: ${submissions} bản nộp của ${duties} đầu việc, bộ quy tắc ${ruleset}${draft ? `, dự thảo: ${draft.join(', ')}` : ''}`, 100),
    flips.length === 0 ? 'Không kết luận nào thay đổi.' : `${flips.length} thay đổi ở ${units} đơn vị; kết luận đã lưu giữ nguyên.`,
    ...flips.flatMap(flipLines),
    ...(verified > 0 ? [`Đối chiếu ${verified} bản nộp với bộ máy quy tắc: ${differences.length === 0 ? 'khớp' : `${differences.length} chỗ khác`}.`] : []),
    ...differences.map(({ submission, rules }) => `  KHÁC ${submission}: ${rules.join(', ')}`),
  ];
}

function flipLines({ unit, submission, rule, target, from, to, verdict, why }: Flip): readonly string[] {
  const whole = verdict.from === verdict.to ? '' : ` · bản nộp: ${outcomes[verdict.from]} → ${outcomes[verdict.to]}`;
  return [`  ${unit} · ${submission} · ${rule}${target === null ? '' : ` ${target}`}`, `    ${shown(from)} → ${shown(to)}${whole}`, ...wrapped(why.vi, 94).map((line) => `    ${line}`)];
}

function shown({ says, severity, count }: Saying): string {
  return `${sayings[says]}${severity ? ` (${severities[severity]})` : ''}${count > 1 ? ` ×${count}` : ''}`;
}

import { formatNumber } from '../../domain/numbers.ts';
import type { Comparator, Target } from '../../domain/plan.ts';
import type { RuleResult, Standing, Verdict } from '../../domain/verdict.ts';
import { columns } from '../output.ts';
import { clipped } from '../plan/paint.ts';
import { placeOf } from './answer.ts';
import type { Subject } from './judge.ts';

export const standingNames = {
  met: 'đạt', 'on-track': 'đúng tiến độ', behind: 'chậm', missed: 'không đạt', 'no-data': 'chưa có số liệu', 'not-applicable': 'không áp dụng', waived: 'được miễn',
} as const satisfies Readonly<Record<Standing, string>>;

const signs = { 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<', equal: '=' } as const satisfies Readonly<Record<Comparator, string>>;

/** `≥ 97 %`. */
export function barOf({ comparator, measure, unit }: Pick<Target, 'comparator' | 'measure' | 'unit'>, bar: number): string {
  return measure === 'yes-no' ? 'có' : `${signs[comparator]} ${formatNumber(bar, 'vi')}${unit === '%' ? ' %' : ` ${unit}`}`;
}

/** Every target of the unit: its line, its standing, what was given, what it is held against. */
export function targetTable({ results }: Verdict, subject: Subject): readonly string[] {
  const targets = new Map(subject.input.plan.targets.map((target) => [target.id, target]));
  const rows = results.flatMap((result) => {
    const target = result.standing === undefined ? undefined : targets.get(result.target ?? '');
    return target && result.standing ? [row(result, result.standing, target, subject)] : [];
  });
  return rows.length === 0 ? [] : ['', ...columns([['dòng', 'chỉ tiêu', 'tình trạng', 'đã ghi', 'ngưỡng', 'chênh', 'tên'], ...rows]).map((line) => clipped(line, 100))];
}

function row(result: RuleResult, standing: Standing, target: Target, subject: Subject): readonly string[] {
  const line = placeOf(result, subject)?.line;
  return [
    String(line ?? ''), target.id, standingNames[standing], given(result), clipped(barOf(target, result.threshold ?? target.threshold), 16),
    result.gap ? formatNumber(result.gap, 'vi') : '', target.name,
  ];
}

function given({ inputs }: RuleResult): string {
  const shown = (name: string): string | undefined => {
    const value = inputs.find((input) => input.name === name)?.value;
    return typeof value === 'number' ? formatNumber(value, 'vi') : undefined;
  };
  const numerator = shown('numerator');
  return numerator === undefined ? (shown('value') ?? '—') : `${numerator}/${shown('denominator') ?? '—'}`;
}

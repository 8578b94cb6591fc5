import { formatNumber } from '../../domain/numbers.ts';
import { dateOf, formatDate } from '../../domain/plain-date.ts';
import { findingsOf, severities, type RuleResult, type Severity, type Standing, type Verdict, type VerdictOutcome } from '../../domain/verdict.ts';
import { severityName, wrapped } from '../plan/paint.ts';
import { placeOf } from './answer.ts';
import type { Subject } from './judge.ts';
import { nearest } from './nearest.ts';
import { standingNames, targetTable } from './target-table.ts';

const outcomes = {
  pass: 'ĐẠT: không có vướng mắc', findings: 'KHÔNG CHẶN: có điều cần xem', blocked: 'BỊ CHẶN: phải sửa trước khi nộp',
} as const satisfies Readonly<Record<VerdictOutcome, string>>;

const headings = { blocking: 'Chặn', warning: 'Cảnh báo', note: 'Ghi chú' } as const satisfies Readonly<Record<Severity, string>>;

/** A verdict for people, in 100 columns: blocking findings, warnings, notes; of each what, where, by how much, what mends it, by which clause. */
export function verdictLines(verdict: Verdict, subject: Subject): readonly string[] {
  const { content, input: { plan, unit, at } } = subject;
  const findings = findingsOf(verdict);
  const period = content.kind === 'report' ? `, kỳ ${content.period}` : '';
  return [
    ...wrapped(`${outcomes[verdict.outcome]} · ${content.kind === 'plan' ? 'kế hoạch' : 'báo cáo'} của ${unit.name} (${unit.code})${period}`, 100),
    ...wrapped(`${plan.id} · kiểm tra theo ngày ${formatDate(dateOf(at), 'vi')} · bộ quy tắc ${verdict.rulesetVersion}`, 100),
    `Chỉ tiêu: ${standingCounts(verdict)}`,
    ...targetTable(verdict, subject),
    ...severities.flatMap((severity) => section(severity, findings.filter((finding) => finding.severity === severity), subject)),
  ];
}

function standingCounts({ standings }: Verdict): string {
  const all = Object.values(standings);
  const counted = (Object.keys(standingNames) as Standing[]).map((standing) => ({ standing, count: all.filter((each) => each === standing).length })).filter(({ count }) => count > 0);
  return counted.length === 0 ? 'không có chỉ tiêu nào giao cho đơn vị' : counted.map(({ standing, count }) => `${count} ${standingNames[standing]}`).join(', ');
}

function section(severity: Severity, findings: readonly RuleResult[], subject: Subject): readonly string[] {
  return findings.length === 0 ? [] : ['', `${headings[severity]} (${findings.length})`, ...findings.flatMap((finding) => findingLines(finding, subject))];
}

function findingLines(finding: RuleResult, subject: Subject): readonly string[] {
  const place = placeOf(finding, subject);
  const about = [finding.rule, ...(finding.target === undefined ? [] : [finding.target]), ...(place === undefined ? [] : [`dòng ${place.line}`, place.field])];
  const lines: readonly (readonly [mark: string, words: string | undefined])[] = [
    ['', finding.message.vi],
    ['chênh ', gapOf(finding)],
    ['→ ', finding.fix?.vi],
    ['→ ', knownTarget(finding, subject)],
    ['§ ', groundOf(finding)],
  ];
  return [`  ${severityName(finding.severity)} ${about.join(' · ')}`, ...lines.flatMap(([mark, words]) => (words === undefined ? [] : wrapped(mark + words, 94).map((line) => `    ${line}`)))];
}

/** The target that was probably meant, for one that the plan has not. */
function knownTarget({ target }: RuleResult, { input: { plan } }: Subject): string | undefined {
  if (target === undefined || plan.targets.some(({ id }) => id === target)) return undefined;
  const known = nearest(target, plan.targets.map(({ id }) => id));
  return known === undefined ? undefined : `có phải “${known}”?`;
}

/** By how much a figure is from its threshold; a target's sentence says it itself. */
function gapOf({ standing, threshold, gap }: RuleResult): string | undefined {
  return standing !== undefined || threshold === undefined || gap === undefined || gap === 0 ? undefined : `${formatNumber(gap, 'vi')} so với ${formatNumber(threshold, 'vi')}`;
}

function groundOf({ clause, quote, ground }: RuleResult): string | undefined {
  const words = [clause, quote === undefined ? undefined : `“${quote}”`, ground].filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join(' · ');
}

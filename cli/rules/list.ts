import type { SubmissionKind } from '../../domain/submission.ts';
import type { Severity } from '../../domain/verdict.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import type { Rule } from '../../rules/rule.ts';
import { columns, printResult } from '../output.ts';
import { usable } from '../plan/input.ts';
import { clipped } from '../plan/paint.ts';
import { generatedRules, type GeneratedRule } from './generated.ts';

export interface ListOptions {
  readonly stage?: SubmissionKind;
  readonly severity?: Severity;
  readonly json: boolean;
}

/** `chutrinh rules list`: rules about filled forms, those made from targets first. */
export function listCommand({ stage, severity, json }: ListOptions): void {
  const { rules, version } = usable(shippedCatalogue);
  const all = [...generatedRules.map(ofGenerated), ...rules.map(ruleSummary)]
    .filter((rule) => (stage === undefined || rule.stage.includes(stage)) && (severity === undefined || rule.severity === severity));
  const rows = all.map((rule) => [rule.id, rule.version, rule.stage.map((each) => stageNames[each]).join(', '), severityNames[rule.severity], clipped(rule.title.vi, 38)]);
  printResult(json, all, [`${all.length} quy tắc · bộ quy tắc ${version}`, ...columns([['mã', 'bản', 'áp dụng', 'mức', 'điều phải đúng'], ...rows]).map((line) => clipped(line, 100))]);
}

export const stageNames = { plan: 'kế hoạch', report: 'báo cáo' } as const satisfies Readonly<Record<SubmissionKind, string>>;
export const severityNames = { blocking: 'chặn', warning: 'cảnh báo', note: 'ghi chú' } as const satisfies Readonly<Record<Severity, string>>;

/** What every list of rules says of one. */
export function ruleSummary({ id, version, stage, severity, words, effectiveFrom, effectiveTo, betaUntil }: Rule) {
  return { id, version, stage, severity, title: { vi: words.vi.title, en: words.en.title }, effectiveFrom, effectiveTo: effectiveTo ?? null, betaUntil: betaUntil ?? null };
}

export function ofGenerated({ id, version, stage, severity, title }: GeneratedRule) {
  return { id, version, stage, severity, title, effectiveFrom: null, effectiveTo: null, betaUntil: null };
}

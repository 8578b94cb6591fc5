import { findingsOf, type RuleResult, type Verdict } from '../../domain/verdict.ts';
import type { Subject } from './judge.ts';
import { pathOf } from './pointer.ts';
import { fieldName } from './problems.ts';

/** Where in the form a result points: the field, and its line. */
export interface FormPlace {
  readonly field: string;
  readonly line: number;
}

/** Where the first field of a result stands; undefined for one that points nowhere in the form. */
export function placeOf({ pointers }: RuleResult, { lineOf }: Pick<Subject, 'lineOf'>): FormPlace | undefined {
  const path = pointers[0] === undefined ? undefined : pathOf(pointers[0]);
  return path && { field: fieldName(path), line: lineOf(path) };
}

/** What is told of a verdict: every target, and the rules that found something; all rules with `all`. */
export function told(verdict: Verdict, all: boolean): readonly RuleResult[] {
  if (all) return verdict.results;
  const findings = new Set<RuleResult>(findingsOf(verdict));
  return verdict.results.filter((result) => result.standing !== undefined || findings.has(result));
}

/** The contract of `check --json`, documented in docs/cli.md: every field is there, null where there is nothing to say. */
export function answerOf(verdict: Verdict, subject: Subject, all: boolean): object {
  const { content } = subject;
  return {
    outcome: verdict.outcome,
    plan: content.plan,
    unit: content.unit,
    kind: content.kind,
    period: content.kind === 'report' ? content.period : null,
    rulesetVersion: verdict.rulesetVersion,
    results: told(verdict, all).map((result) => resultOf(result, subject)),
    counts: verdict.counts,
  };
}

/** One result in the contract's form. */
export function resultOf(result: RuleResult, subject: Pick<Subject, 'lineOf'>): object {
  const { rule, ruleVersion, target, standing, severity, inputs, threshold, gap, fix, message, clause, ground, quote, formula, outcome, blocksFrom, pointers } = result;
  return {
    rule, target: target ?? null, standing: standing ?? null, severity, inputs, threshold: threshold ?? null, gap: gap ?? null, fix: fix ?? null, message, clause: clause ?? null, ground: ground ?? null,
    outcome, ruleVersion, formula: formula ?? null, quote: quote ?? null, blocksFrom: blocksFrom ?? null, pointers, where: placeOf(result, subject) ?? null,
  };
}

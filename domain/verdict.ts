import type { PlainDate } from './date.ts';
import type { Bilingual } from './text.ts';
import type { Waiver } from './waiver.ts';

export const standings = ['met', 'on-track', 'behind', 'missed', 'no-data', 'not-applicable', 'waived'] as const;
/** Standing of a target. Missing data is `no-data`: never met, never zero. */
export type Standing = (typeof standings)[number];

export const severities = ['blocking', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** A named input of a rule, what it is called, and the JSON pointer or document cell it was read from; `null` is missing. */
export interface RuleInput {
  readonly name: string;
  readonly label: Bilingual;
  readonly value: number | string | boolean | null;
  readonly source: string;
}

/** `satisfied`, `violated`, or `unknown` because an input is missing: three values, the check fails closed. */
export type RuleOutcome = 'satisfied' | 'violated' | 'unknown' | 'not-applicable';

export interface RuleResult {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly outcome: RuleOutcome;
  readonly severity: Severity;
  readonly target?: string;
  readonly standing?: Standing;
  readonly inputs: readonly RuleInput[];
  readonly formula?: Bilingual;
  readonly threshold?: number;
  /** How far from passing, in the threshold's unit. */
  readonly gap?: number;
  readonly message: Bilingual;
  /** The smallest change that would pass. */
  readonly fix?: Bilingual;
  /** JSON pointers into the submission of the fields concerned. */
  readonly pointers: readonly string[];
  readonly clause?: string;
  readonly quote?: string;
  readonly ground?: string;
  /** A finding that is let pass: by whom, why, until when. */
  readonly waiver?: Pick<Waiver, 'reason' | 'approver' | 'expires'>;
  /** A warning that blocks from this day on. */
  readonly blocksFrom?: PlainDate;
}

/** One rule not satisfied. */
export type Finding = RuleResult & { readonly outcome: 'violated' | 'unknown' };

export type VerdictOutcome = 'pass' | 'findings' | 'blocked';

/** Everything a check found. `blocked` when a blocking rule is violated (or unknown: fails closed). */
export interface Verdict {
  readonly outcome: VerdictOutcome;
  readonly rulesetVersion: string;
  readonly results: readonly RuleResult[];
  readonly counts: { readonly blocking: number; readonly warning: number; readonly note: number };
  /** Standing per target id that applies to the unit. */
  readonly standings: Readonly<Record<string, Standing>>;
}

/** The results that a person must look at. */
export function findingsOf(verdict: Pick<Verdict, 'results'>): readonly Finding[] {
  return verdict.results.filter((result): result is Finding => result.outcome === 'violated' || (result.outcome === 'unknown' && result.severity !== 'note'));
}

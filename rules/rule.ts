import type { PlainDate } from '../domain/date.ts';
import type { SubmissionKind } from '../domain/submission.ts';
import type { Bilingual, Language } from '../domain/text.ts';
import type { Severity } from '../domain/verdict.ts';
import type { Condition } from './conditions.ts';
import type { Scope } from './facts/family.ts';
import type { ResultWords } from './result-words.ts';
import type { Template } from './templates.ts';

/** A rule as its file gives it. */
export interface RuleFile {
  readonly id: string;
  readonly version: string;
  readonly stage: readonly SubmissionKind[];
  readonly effectiveFrom: PlainDate;
  /** The last day on which it counts; absent while it does. */
  readonly effectiveTo?: PlainDate;
  readonly severity: Severity;
  /** Until this day (inclusive) a blocking rule only warns. */
  readonly betaUntil?: PlainDate;
  /** `false`: no waiver counts, for what makes a document this unit's and readable at all. */
  readonly waivable?: false;
  /** Ids of legal grounds; the first that is in force on the day is cited. */
  readonly ground: readonly string[];
  readonly forEach?: Exclude<Scope, 'document'>;
  /** The rule is about items whose facts have these values; a missing fact has none of them. */
  readonly appliesWhen?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Facts without which there is nothing to judge: not applicable. Any other missing fact makes the rule unknown. */
  readonly skipWithout?: readonly string[];
  /** What must hold. */
  readonly require: Condition;
  /** The facts whose places a finding points at; by default those of `require`. */
  readonly points?: readonly string[];
}

export interface RuleWords {
  readonly title: string;
  readonly message: Template;
  readonly fix: Template;
}

export interface Ground {
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
  readonly inForceFrom?: PlainDate;
  readonly inForceTo?: PlainDate;
  /** Id of the ground that took its place. */
  readonly supersededBy?: string;
}

export function isInForce({ inForceFrom, inForceTo }: Pick<Ground, 'inForceFrom' | 'inForceTo'>, day: PlainDate): boolean {
  return (inForceFrom === undefined || inForceFrom <= day) && (inForceTo === undefined || day <= inForceTo);
}

/** A rule with its words and grounds, and what is worked out once from its conditions. */
export interface Rule extends RuleFile {
  readonly words: Readonly<Record<Language, RuleWords>>;
  readonly grounds: readonly Ground[];
  readonly scope: Scope;
  /** Facts named in `require`. */
  readonly requiredFacts: readonly string[];
  /** Those of them that must not be missing. */
  readonly neededFacts: readonly string[];
  /** Required facts, then those that only the words name. */
  readonly inputs: readonly string[];
  readonly isConjunction: boolean;
  readonly formula: string;
  /** The formula in words, for readers of a verdict. */
  readonly reads: Bilingual;
  readonly says: ResultWords;
}

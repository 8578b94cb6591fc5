import type { Language } from '../../domain/text.ts';
import type { Template } from '../templates.ts';

/** The two target rules, with the versions of how commitments and figures are held against the plan. */
export const targetRules = { plan: { rule: 'target-commitment', version: '1.0.0' }, report: { rule: 'target-figure', version: '1.0.0' } } as const;

/** Every sentence about a target; `rules/messages/<language>/targets.yaml` has each of them, and no other. */
export const targetSentences = [
  'plan-met', 'plan-missed', 'plan-no-data',
  'report-met', 'report-on-track', 'report-behind', 'report-missed', 'report-on-cap',
  'no-entry', 'no-figure', 'zero-denominator', 'only-percentage',
  'not-applicable', 'waived',
  'fix-commit', 'fix-ratio-more', 'fix-ratio-fewer', 'fix-more', 'fix-fewer', 'fix-rank', 'fix-exactly', 'fix-answer',
  'fix-commit-missing', 'fix-enter-ratio', 'fix-enter-value', 'fix-enter-answer', 'fix-zero-denominator',
  'at-least', 'at-most', 'more-than', 'less-than', 'equal', 'yes', 'no', 'rank',
  'goal-at-least', 'goal-at-most', 'goal-more-than', 'goal-less-than', 'goal-equal',
  'input-numerator', 'input-denominator', 'input-value', 'input-answer', 'input-threshold', 'input-milestone', 'formula-ratio',
] as const;
export type TargetSentence = (typeof targetSentences)[number];

export type TargetWords = Readonly<Record<Language, Readonly<Record<TargetSentence, Template>>>>;

/** Places that these sentences may have. */
export const targetPlaces = ['name', 'value', 'figures', 'comparator', 'threshold', 'bar', 'gap', 'quarter', 'by', 'goal', 'to', 'what', 'numerator', 'denominator', 'reason', 'approver', 'expires'] as const;
export type TargetPlace = (typeof targetPlaces)[number];

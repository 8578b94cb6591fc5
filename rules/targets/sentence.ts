import type { Standing } from '../../domain/verdict.ts';
import type { TargetCase } from './case.ts';
import type { Change } from './change.ts';
import type { TargetSentence } from './words.ts';

/** The sentence that says why a target stands where it does. */
export function reasonSentence({ stage, entry, target }: TargetCase, standing: Standing): TargetSentence {
  switch (standing) {
    case 'waived':
    case 'not-applicable':
      return standing;
    case 'no-data':
      return stage === 'plan' || entry.figure.kind !== 'none' ? 'plan-no-data' : entry.figure.why;
    case 'on-track':
      return target.comparator === 'at-most' || target.comparator === 'less-than' ? 'report-on-cap' : 'report-on-track';
    case 'behind':
      return 'report-behind';
    default:
      return `${stage}-${standing}`;
  }
}

/** The sentence that says what to do; none for a target that needs nothing. */
export function fixSentence(of: TargetCase, standing: Standing, change: Change | undefined): TargetSentence | undefined {
  if (standing === 'no-data') return of.stage === 'plan' ? 'fix-commit-missing' : fixNoData(of);
  if (standing !== 'behind' && standing !== 'missed') return undefined;
  if (of.stage === 'plan') return 'fix-commit';
  if (of.target.measure === 'yes-no') return 'fix-answer';
  if (!change || change.direction === 'exactly') return 'fix-exactly';
  if (of.target.measure === 'rank' && change.direction === 'fewer') return 'fix-rank';
  return of.entry.figure.kind === 'ratio' ? `fix-ratio-${change.direction}` : `fix-${change.direction}`;
}

function fixNoData({ target, entry }: TargetCase): TargetSentence {
  if (entry.figure.kind === 'none' && entry.figure.why === 'zero-denominator') return 'fix-zero-denominator';
  if (target.measure === 'ratio') return 'fix-enter-ratio';
  return target.measure === 'yes-no' ? 'fix-enter-answer' : 'fix-enter-value';
}

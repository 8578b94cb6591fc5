import type { Comparator } from '../../domain/plan.ts';
import type { Standing } from '../../domain/verdict.ts';
import { judge, type Judgement } from '../engine.ts';
import type { OperatorName } from '../operators.ts';
import type { TargetCase } from './case.ts';

const ratioOperators = {
  'at-least': 'ratioAtLeast', 'at-most': 'ratioAtMost', 'more-than': 'ratioMoreThan', 'less-than': 'ratioLessThan', equal: 'ratioEqual',
} as const satisfies Readonly<Record<Comparator, OperatorName>>;

const valueOperators = {
  'at-least': 'greaterThanInclusive', 'at-most': 'lessThanInclusive', 'more-than': 'greaterThan', 'less-than': 'lessThan', equal: 'equal',
} as const satisfies Readonly<Record<Comparator, OperatorName>>;

/** Up to its milestone a target need only be reached, also one that has to be equal or above in the end. */
const onTheWay = { 'at-least': 'at-least', 'at-most': 'at-most', 'more-than': 'at-least', 'less-than': 'less-than', equal: 'at-least' } as const satisfies Readonly<Record<Comparator, Comparator>>;

/** The rule that a target is, as a condition over one fact named by its id: the figure against a bar. */
export function targetJudgement({ target, entry }: Pick<TargetCase, 'target' | 'entry'>, comparator: Comparator, bar: number): Judgement {
  const operators = entry.figure.kind === 'ratio' ? ratioOperators : valueOperators;
  return { name: target.id, condition: { fact: target.id, operator: operators[comparator], value: bar } };
}

/**
 * Standing of every case, by target id. Plans: `met` or `missed` against the threshold. Reports: `met` at the threshold; else,
 * until the target is due, `on-track` or `behind` against the quarter's milestone; then `missed`. A cap on a growing figure
 * (count, amount) is only kept at the end: until then within the cap is `on-track`, and above it is `missed`.
 * Without a figure: `no-data`, whatever the quarter.
 */
export async function standingsOf(cases: readonly TargetCase[]): Promise<ReadonlyMap<string, Standing>> {
  const open = cases.filter(({ waiver, entry }) => !waiver && entry.notApplicable === undefined && entry.figure.kind !== 'none');
  const facts = Object.fromEntries(open.map(({ target, entry }) => [target.id, factOf(entry.figure)]));
  const reached = await judge(open.map((each) => targetJudgement(each, each.target.comparator, each.threshold)), facts);
  const waiting = open.filter((each) => !reached.has(each.target.id) && isOpenUntilLater(each));
  const onWay = await judge(waiting.map((each) => targetJudgement(each, onTheWay[each.target.comparator], each.milestone?.value ?? each.threshold)), facts);
  return new Map(cases.map((each) => [each.target.id, standingOf(each, reached.has(each.target.id), onWay.has(each.target.id))]));
}

function factOf(figure: TargetCase['entry']['figure']): unknown {
  return figure.kind === 'ratio' ? figure.ratio : figure.kind === 'value' ? figure.value : null;
}

function standingOf({ target, milestone, entry, waiver }: TargetCase, isReached: boolean, isOnWay: boolean): Standing {
  if (waiver) return 'waived';
  if (entry.notApplicable !== undefined) return 'not-applicable';
  if (entry.figure.kind === 'none') return 'no-data';
  const isLater = milestone !== undefined && !milestone.isFinal;
  if (isGrowingCap(target)) return isReached ? (isLater ? 'on-track' : 'met') : 'missed';
  if (isReached) return 'met';
  if (!isLater) return 'missed';
  // beyond an exact target there is no way on
  return isOnWay && !isBeyond(target.comparator, entry.figure, target.threshold) ? 'on-track' : 'behind';
}

function isOpenUntilLater({ milestone }: TargetCase): boolean {
  return milestone !== undefined && !milestone.isFinal;
}

function isGrowingCap({ comparator, measure }: TargetCase['target']): boolean {
  return (comparator === 'at-most' || comparator === 'less-than') && (measure === 'count' || measure === 'amount');
}

function isBeyond(comparator: Comparator, figure: TargetCase['entry']['figure'], threshold: number): boolean {
  return comparator === 'equal' && figure.kind === 'value' && figure.value > threshold;
}

import type { Comparator } from '../../domain/plan.ts';
import type { Standing } from '../../domain/verdict.ts';
import type { Comparison } from '../conditions.ts';
import { judge, type Judgement } from '../engine.ts';
import type { OperatorName } from '../operators.ts';
import type { TargetCase } from './case.ts';
import type { Figure, GivenFigure } from './figure.ts';

const ratioOperators = {
  'at-least': 'ratioAtLeast', 'at-most': 'ratioAtMost', 'more-than': 'ratioMoreThan', 'less-than': 'ratioLessThan', equal: 'ratioEqual',
} as const satisfies Readonly<Record<Comparator, OperatorName>>;

const valueOperators = {
  'at-least': 'greaterThanInclusive', 'at-most': 'lessThanInclusive', 'more-than': 'greaterThan', 'less-than': 'lessThan', equal: 'equal',
} as const satisfies Readonly<Record<Comparator, OperatorName>>;

/** Up to its milestone a target need only be reached, also one that has to be equal or above in the end. */
export const onTheWay = { 'at-least': 'at-least', 'at-most': 'at-most', 'more-than': 'at-least', 'less-than': 'less-than', equal: 'at-least' } as const satisfies Readonly<Record<Comparator, Comparator>>;

/** The rules that a target is, each a comparison of one fact named by its id: with the year's threshold, and with the bar of the quarter. */
export function targetComparisons({ target, threshold, milestone }: Pick<TargetCase, 'target' | 'threshold' | 'milestone'>, kind: Figure['kind']): { readonly reached: Comparison; readonly onWay: Comparison } {
  const operators = kind === 'ratio' ? ratioOperators : valueOperators;
  return {
    reached: { fact: target.id, operator: operators[target.comparator], value: threshold },
    onWay: { fact: target.id, operator: operators[onTheWay[target.comparator]], value: milestone?.value ?? threshold },
  };
}

/** One of them as the engine is asked. */
export function targetJudgement(of: Pick<TargetCase, 'target' | 'threshold' | 'milestone' | 'entry'>, which: 'reached' | 'onWay'): Judgement {
  return { name: of.target.id, condition: targetComparisons(of, of.entry.figure.kind)[which] };
}

/**
 * Standing of every case, by target id. Plans: `met` or `missed` against the threshold. Reports: `met` at the threshold; else,
 * until the target is due, `on-track` or `behind` against the quarter's milestone; then `missed`. A cap on a growing figure
 * (count, amount) is only kept at the end: until then within the cap is `on-track`, and above it is `missed`.
 * Without a figure: `no-data`, whatever the quarter.
 */
export async function standingsOf(cases: readonly TargetCase[]): Promise<ReadonlyMap<string, Standing>> {
  const open = cases.filter(({ waiver, entry }) => !waiver && entry.notApplicable === undefined && entry.figure.kind !== 'none');
  const facts: Record<string, unknown> = {};
  for (const { target, entry } of open) facts[target.id] = factOf(entry.figure);
  const reached = await judge(open.map((each) => targetJudgement(each, 'reached')), facts);
  const waiting = open.filter((each) => !reached.has(each.target.id) && isOpenUntilLater(each));
  const onWay = await judge(waiting.map((each) => targetJudgement(each, 'onWay')), facts);
  return new Map(cases.map((each) => [each.target.id, standingOf(each, reached.has(each.target.id), onWay.has(each.target.id))]));
}

function factOf(figure: TargetCase['entry']['figure']): unknown {
  return figure.kind === 'ratio' ? figure.ratio : figure.kind === 'value' ? figure.value : null;
}

function standingOf(of: TargetCase, isReached: boolean, isOnWay: boolean): Standing {
  const { entry: { figure, notApplicable }, waiver } = of;
  if (waiver) return 'waived';
  if (notApplicable !== undefined) return 'not-applicable';
  return figure.kind === 'none' ? 'no-data' : standingOfFigure(of, figure, isReached, isOnWay);
}

/** Standing of a figure that is there: `isReached` its threshold, `isOnWay` to it at the quarter's milestone. */
export function standingOfFigure(of: Pick<TargetCase, 'target' | 'milestone' | 'threshold'>, figure: GivenFigure, isReached: boolean, isOnWay: boolean): Standing {
  const isLater = isOpenUntilLater(of);
  if (isGrowingCap(of.target)) return isReached ? (isLater ? 'on-track' : 'met') : 'missed';
  if (isReached) return 'met';
  if (!isLater) return 'missed';
  // beyond an exact target there is no way on
  return isOnWay && !isBeyond(of, figure) ? 'on-track' : 'behind';
}

/** Whether the target is due in a later quarter than the one reported on. */
export function isOpenUntilLater({ milestone }: Pick<TargetCase, 'milestone'>): boolean {
  return milestone !== undefined && !milestone.isFinal;
}

function isGrowingCap({ comparator, measure }: TargetCase['target']): boolean {
  return (comparator === 'at-most' || comparator === 'less-than') && (measure === 'count' || measure === 'amount');
}

/** Whether a figure has gone past what it has to be exactly. */
export function isBeyond({ target, threshold }: Pick<TargetCase, 'target' | 'threshold'>, figure: GivenFigure): boolean {
  return target.comparator === 'equal' && figure.kind === 'value' && figure.value > threshold;
}

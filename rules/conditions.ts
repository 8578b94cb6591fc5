import type { OperatorName } from './operators.ts';

/** The right side of a comparison: a literal, a list, or another fact of the same item. */
export type Operand = number | string | boolean | readonly string[] | { readonly fact: string };

export interface Comparison {
  readonly fact: string;
  readonly operator: OperatorName;
  readonly value: Operand;
}

/** json-rules-engine conditions over named facts; `all` and `any` are never empty. */
export type Condition = Comparison | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition };

export function isFactOperand(value: Operand): value is { readonly fact: string } {
  return typeof value === 'object' && 'fact' in value;
}

/** The comparisons of a condition, left to right. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  return 'not' in condition ? comparisonsOf(condition.not) : [condition];
}

/** Every fact that a condition names. */
export function factsOf(condition: Condition): readonly string[] {
  return unique(comparisonsOf(condition).flatMap(({ fact, value }) => (isFactOperand(value) ? [fact, value.fact] : [fact])));
}

/** The facts without which a condition cannot be judged: all but those that it only asks whether they are given. */
export function neededFacts(condition: Condition): readonly string[] {
  return unique(comparisonsOf(condition).flatMap(({ fact, operator, value }) => [...(operator === 'given' ? [] : [fact]), ...(isFactOperand(value) ? [value.fact] : [])]));
}

/** Whether a condition asks that each of its comparisons hold, so that it can be asked of many items at once. */
export function isConjunction(condition: Condition): boolean {
  return 'all' in condition ? condition.all.every(isConjunction) : 'fact' in condition;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

import type { Ratio } from '../domain/ratio.ts';
import { orderOfRatio } from './exact.ts';
import type { FactType, FactValue } from './facts/fact.ts';

/** What stands on the right of a condition: one value of the fact's kind, a list of them, a pattern, or yes/no. */
export type OperandKind = 'same' | 'list' | 'pattern' | 'boolean' | 'percent';

export interface OperatorDefinition {
  readonly takes: readonly FactType[];
  readonly operand: OperandKind;
  /** The sign shown in a formula. */
  readonly sign: string;
  /** Absent for operators that json-rules-engine brings itself. Missing facts never get here, but for `given`. */
  readonly test?: (fact: never, operand: never) => boolean;
}

const numeric = ['number', 'money', 'percent', 'year'] as const;
const ratio = ['ratio'] as const;
const date = ['date'] as const;

const ofRatio = (passes: (order: number) => boolean) => (fact: Ratio, percent: number): boolean => {
  const order = orderOfRatio(fact, percent);
  return order !== undefined && passes(order);
};

const isGiven = (fact: FactValue, expected: boolean): boolean => (fact !== null) === expected;

const patterns = new Map<string, RegExp>();

/** Whether the text matches; the pattern was compiled once when its file was validated. */
function matches(fact: string, pattern: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known.test(fact);
}

/** Every operator that a rule file may use. Plain numbers compare as they are: no arithmetic, so nothing is rounded. */
export const operators = {
  equal: { takes: [...numeric, 'text', 'boolean', 'date'], operand: 'same', sign: '=' },
  notEqual: { takes: [...numeric, 'text', 'boolean', 'date'], operand: 'same', sign: '≠' },
  lessThan: { takes: numeric, operand: 'same', sign: '<' },
  lessThanInclusive: { takes: numeric, operand: 'same', sign: '≤' },
  greaterThan: { takes: numeric, operand: 'same', sign: '>' },
  greaterThanInclusive: { takes: numeric, operand: 'same', sign: '≥' },
  in: { takes: ['text'], operand: 'list', sign: '∈' },
  notIn: { takes: ['text'], operand: 'list', sign: '∉' },
  matches: { takes: ['text'], operand: 'pattern', sign: '~', test: matches },
  before: { takes: date, operand: 'same', sign: '<', test: (fact: string, other: string) => fact < other },
  onOrBefore: { takes: date, operand: 'same', sign: '≤', test: (fact: string, other: string) => fact <= other },
  after: { takes: date, operand: 'same', sign: '>', test: (fact: string, other: string) => fact > other },
  onOrAfter: { takes: date, operand: 'same', sign: '≥', test: (fact: string, other: string) => fact >= other },
  ratioAtLeast: { takes: ratio, operand: 'percent', sign: '≥', test: ofRatio((order) => order >= 0) },
  ratioAtMost: { takes: ratio, operand: 'percent', sign: '≤', test: ofRatio((order) => order <= 0) },
  ratioMoreThan: { takes: ratio, operand: 'percent', sign: '>', test: ofRatio((order) => order > 0) },
  ratioLessThan: { takes: ratio, operand: 'percent', sign: '<', test: ofRatio((order) => order < 0) },
  ratioEqual: { takes: ratio, operand: 'percent', sign: '=', test: ofRatio((order) => order === 0) },
  given: { takes: ['number', 'money', 'percent', 'year', 'ratio', 'date', 'text', 'boolean'], operand: 'boolean', sign: 'given', test: isGiven },
} as const satisfies Readonly<Record<string, OperatorDefinition>>;

export type OperatorName = keyof typeof operators;

export function isOperator(name: unknown): name is OperatorName {
  return typeof name === 'string' && Object.hasOwn(operators, name);
}

export function operatorOf(name: OperatorName): OperatorDefinition {
  return operators[name];
}

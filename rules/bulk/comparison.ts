import type { Ratio } from '../../domain/ratio.ts';
import { isFactOperand, type Comparison } from '../conditions.ts';
import type { FactValue } from '../facts/fact.ts';
import type { OperatorName } from '../operators.ts';
import { orderAgainst } from './exact.ts';

/** Whether a fact that is there passes. */
export type Test = (fact: FactValue) => boolean;

/** Whether a fact passes beside another one. */
export type Pairing = (fact: FactValue, other: FactValue) => boolean;

/** What an operator is against a literal, made ready once, and against another fact where it takes one. */
interface Meaning {
  readonly against: (literal: never) => Test;
  readonly beside?: Pairing;
}

type Comparable = number | string;

/** An operator that means the same against a literal and against a fact. */
function both(passes: (a: Comparable, b: Comparable) => boolean): Meaning {
  const beside = passes as Pairing;
  return { beside, against: (literal: FactValue) => (fact) => beside(fact, literal) };
}

const ofRatio = (passes: (order: number) => boolean): Meaning => ({
  against: (percent: number) => {
    const orderOf = orderAgainst(percent);
    return (fact) => passes(orderOf(fact as Ratio));
  },
});

const less = both((a, b) => a < b);
const atMost = both((a, b) => a <= b);
const more = both((a, b) => a > b);
const atLeast = both((a, b) => a >= b);

/** Every operator of rules/operators.ts a second time, as plain functions; a property test holds the two together. */
const meanings = {
  equal: both((a, b) => a === b),
  notEqual: both((a, b) => a !== b),
  lessThan: less,
  lessThanInclusive: atMost,
  greaterThan: more,
  greaterThanInclusive: atLeast,
  before: less,
  onOrBefore: atMost,
  after: more,
  onOrAfter: atLeast,
  in: { against: (list: readonly string[]) => { const known = new Set<unknown>(list); return (fact) => known.has(fact); } },
  notIn: { against: (list: readonly string[]) => { const known = new Set<unknown>(list); return (fact) => !known.has(fact); } },
  matches: { against: (pattern: string) => { const compiled = new RegExp(pattern, 'u'); return (fact) => compiled.test(fact as string); } },
  ratioAtLeast: ofRatio((order) => order >= 0),
  ratioAtMost: ofRatio((order) => order <= 0),
  ratioMoreThan: ofRatio((order) => order > 0),
  ratioLessThan: ofRatio((order) => order < 0),
  ratioEqual: ofRatio((order) => order === 0),
  given: { against: (expected: boolean) => (fact) => (fact !== null) === expected },
} as const satisfies Readonly<Record<OperatorName, Meaning>>;

/** A comparison with a literal, made once for any number of facts. Throws TypeError for one with another fact. */
export function testAgainst({ operator, value }: Comparison): Test {
  if (isFactOperand(value)) throw new TypeError(`The right of ${operator} is a fact`);
  const { against }: Meaning = meanings[operator];
  return against(value as never);
}

/** A comparison with another fact. Throws TypeError for an operator that takes literals only: loading refuses it before. */
export function testBeside({ operator }: Comparison): Pairing {
  const { beside }: Meaning = meanings[operator];
  if (!beside) throw new TypeError(`Operator ${operator} takes no fact on its right`);
  return beside;
}

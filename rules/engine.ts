import { Engine, Fact, Operator, OperatorDecorator, type RuleProperties } from 'json-rules-engine';
import type { Condition } from './conditions.ts';
import { operators, type OperatorDefinition } from './operators.ts';

/*
 * The only door to json-rules-engine. What it leaves open is closed here or before:
 * - one Engine per call: an Engine shared by concurrent runs silently skips rules;
 * - facts are checked for missing before they come here (rules/three-valued.ts): the engine takes undefined for a value;
 * - operators, facts and types are validated when rule files are loaded: the engine finds an unknown operator only when it runs;
 * - dotted paths instead of JSONPath, which evaluates expressions;
 * - every judgement must be answered, else the call throws.
 */

export interface Judgement {
  readonly name: string;
  readonly condition: Condition;
}

/** A fact of many items, item by item; conditions about columns are decorated with `each:` and hold when they hold for every item. */
export class Column {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }
}

const customOperators = Object.entries<OperatorDefinition>(operators).flatMap(([name, { test }]) =>
  test ? [new Operator<unknown, unknown>(name, test as (fact: unknown, operand: unknown) => boolean)] : []);

const each = new OperatorDecorator<unknown, unknown, unknown, unknown>('each', (fact, operand, next) =>
  fact instanceof Column && fact.values.every((value, row) => next(value, operand instanceof Column ? operand.values[row] : operand)));

const pathResolver = (value: object, path: string): unknown => path.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);

const event = { type: 'judged' };

/** A constant needs no cache; with one, the engine hashes its name first. */
const constant = { cache: false };

/** Names of the judgements that hold over the facts. Throws when a judgement names a fact that is not there. */
export async function judge(judgements: readonly Judgement[], facts: Readonly<Record<string, unknown>>): Promise<ReadonlySet<string>> {
  if (judgements.length === 0) return new Set();
  const engine = new Engine(judgements.map(({ name, condition }) => ({ name, conditions: rooted(condition), event })), { pathResolver });
  for (const operator of customOperators) engine.addOperator(operator);
  engine.addOperatorDecorator(each);
  for (const [name, value] of Object.entries(facts)) engine.addFact(new Fact(name, value, constant));
  const { results, failureResults } = await engine.run();
  if (results.length + failureResults.length !== judgements.length) throw new Error(`Rules engine answered ${results.length + failureResults.length} of ${judgements.length} judgements`);
  return new Set(results.map(({ name }) => name));
}

/** The engine wants a boolean operator at the top. */
function rooted(condition: Condition): RuleProperties['conditions'] {
  return ('fact' in condition ? { all: [condition] } : condition) as RuleProperties['conditions'];
}

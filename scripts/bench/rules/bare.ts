import { Engine, type RuleProperties } from 'json-rules-engine';
import { operators, type OperatorDefinition } from '../../../rules/operators.ts';
import type { BareCase } from './conditions.ts';

const custom = Object.entries<OperatorDefinition>(operators).flatMap(([name, { test }]) => (test ? [[name, test as (fact: unknown, value: unknown) => boolean] as const] : []));

const pathResolver = (value: object, path: string): unknown => path.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);

/** A submission as a bare user of json-rules-engine would run it: rules in, facts in, one run. Made once, outside the timing. */
export interface Prepared {
  readonly rules: readonly RuleProperties[];
  readonly facts: Readonly<Record<string, unknown>>;
}

export function prepared({ judgements, facts }: BareCase): Prepared {
  const rules = judgements.map(({ name, condition }): RuleProperties => ({ name, conditions: ('fact' in condition ? { all: [condition] } : condition) as RuleProperties['conditions'], event: { type: 'holds' } }));
  return { rules, facts };
}

/** How many conditions hold. A new Engine for each submission, dotted paths: without them it is slower, or wrong under load. */
export async function runBare({ rules, facts }: Prepared): Promise<number> {
  const engine = new Engine([...rules], { pathResolver });
  for (const [name, test] of custom) engine.addOperator(name, test);
  const { results } = await engine.run({ ...facts });
  return results.length;
}

import type { CheckInput } from '../../../domain/check.ts';
import type { Catalogue } from '../../../rules/catalogue.ts';
import type { Judgement } from '../../../rules/engine.ts';
import { factContext } from '../../../rules/facts/context.ts';
import { FactTable } from '../../../rules/facts/table.ts';
import { isFactOperand, type Condition } from '../../../rules/conditions.ts';
import { targetCases } from '../../../rules/targets/case.ts';
import { targetJudgement } from '../../../rules/targets/standing.ts';
import { judgeRules } from '../../../rules/three-valued.ts';

/** One submission as conditions and facts, as someone would hand it to json-rules-engine without us. */
export interface BareCase {
  readonly judgements: readonly Judgement[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The conditions of the targets alone: the figure against the year's threshold, where there is a figure. */
export function targetConditions(input: CheckInput): BareCase {
  const cases = targetCases(factContext(input)).filter(({ entry }) => entry.figure.kind === 'ratio');
  const facts = Object.fromEntries(cases.map(({ target, entry }) => [target.id, entry.figure.kind === 'ratio' ? entry.figure.ratio : null]));
  return { judgements: cases.map((each) => targetJudgement(each, 'reached')), facts };
}

/** Those, and every condition of the catalogue that our check decides, item by item. */
export async function allConditions(input: CheckInput, { rules }: Catalogue): Promise<BareCase> {
  const context = factContext(input);
  const tables = new Map<string, FactTable>();
  const effective = rules.filter(({ stage }) => stage.includes(input.content.kind));
  const judged = await judgeRules(effective, ({ scope }) => tables.get(scope) ?? tables.set(scope, new FactTable(scope, context)).get(scope) as FactTable);
  const targets = targetConditions(input);
  const judgements = [...targets.judgements];
  const facts: Record<string, unknown> = { ...targets.facts };
  for (const { rule, table, outcomes } of judged) {
    outcomes.forEach((outcome, row) => {
      if (outcome !== 'satisfied' && outcome !== 'violated') return;
      judgements.push({ name: `${rule.id}#${row}`, condition: ofItem(rule.require, row) });
      for (const fact of rule.requiredFacts) facts[`${fact}#${row}`] = table.value(fact, row);
    });
  }
  return { judgements, facts };
}

function ofItem(condition: Condition, row: number): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => ofItem(part, row)) };
  if ('any' in condition) return { any: condition.any.map((part) => ofItem(part, row)) };
  if ('not' in condition) return { not: ofItem(condition.not, row) };
  const { fact, operator, value } = condition;
  return { fact: `${fact}#${row}`, operator, value: isFactOperand(value) ? { fact: `${value.fact}#${row}` } : value };
}

import { isFactOperand, type Comparison, type Condition } from './conditions.ts';
import type { Rule } from './rule.ts';

/** Rules differ in the items that they are about, so each has its own columns. */
export function columnName(rule: string, fact: string): string {
  return `${rule}/${fact}`;
}

/**
 * The rule's condition about whole columns: each comparison decorated with `each:`. Only for conjunctions: "for every item (A and B)" is "(for every item A) and
 * (for every item B)", which does not go for `any` and `not`.
 */
export function columnJudgement(rule: Pick<Rule, 'id' | 'require'>): Condition {
  return ofColumns(rule.require, rule.id);
}

function ofColumns(condition: Condition, id: string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => ofColumns(part, id)) };
  if (!('fact' in condition)) throw new TypeError(`Rule ${id} is no conjunction`);
  const { fact, operator, value } = condition;
  const decorated = { fact: columnName(id, fact), operator: `each:${operator}`, value: isFactOperand(value) ? { fact: columnName(id, value.fact) } : value };
  return decorated as unknown as Comparison;
}

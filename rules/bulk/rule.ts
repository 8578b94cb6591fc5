import type { FactTable } from '../facts/table.ts';
import type { Rule } from '../rule.ts';
import { outcomeCode } from './codes.ts';
import { rowTest, type Columns } from './condition.ts';

/** A rule compiled once: the outcome code of every item of a table of its scope. */
export type BulkRule = (table: FactTable) => Uint8Array;

/** Three-valued as rules/three-valued.ts: not applicable, then unknown, then what the condition says. */
export function bulkRule(rule: Pick<Rule, 'appliesWhen' | 'skipWithout' | 'neededFacts' | 'requiredFacts' | 'require'>): BulkRule {
  const { requiredFacts, neededFacts, skipWithout = [] } = rule;
  const wanted = Object.entries(rule.appliesWhen ?? {}).map(([fact, values]) => ({ fact, values: new Set<unknown>(values) }));
  const holds = rowTest(rule.require, new Map(requiredFacts.map((fact, slot) => [fact, slot])));
  return (table) => {
    const outcomes = new Uint8Array(table.items.length);
    const applies = wanted.map(({ fact, values }) => ({ column: table.column(fact), values }));
    const skipping = columnsOf(table, skipWithout);
    const needed = columnsOf(table, neededFacts);
    const required = columnsOf(table, requiredFacts);
    for (let row = 0; row < outcomes.length; row += 1) {
      if (applies.some(({ column, values }) => !values.has(column[row])) || isMissing(skipping, row)) outcomes[row] = outcomeCode['not-applicable'];
      else if (isMissing(needed, row)) outcomes[row] = outcomeCode.unknown;
      else outcomes[row] = holds(required, row) ? outcomeCode.satisfied : outcomeCode.violated;
    }
    return outcomes;
  };
}

function columnsOf(table: FactTable, facts: readonly string[]): Columns {
  return facts.map((fact) => table.column(fact));
}

function isMissing(columns: Columns, row: number): boolean {
  for (const column of columns) if (column[row] === null) return true;
  return false;
}

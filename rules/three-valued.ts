import type { RuleOutcome } from '../domain/verdict.ts';
import { columnJudgement, columnName } from './columns.ts';
import { Column, judge, type Judgement } from './engine.ts';
import type { FactTable } from './facts/table.ts';
import type { Rule } from './rule.ts';

/** What one rule says, item by item of its scope (one item for `document`). */
export interface Judged {
  readonly rule: Rule;
  readonly table: FactTable;
  readonly outcomes: readonly RuleOutcome[];
}

interface Asked extends Judged {
  readonly outcomes: RuleOutcome[];
  /** Items whose facts are all there: the engine's to judge. They count as satisfied until it says otherwise. */
  readonly open: readonly number[];
}

/**
 * Judges each rule on each item: `not-applicable` when the item is none of the rule's or a `skipWithout` fact is missing,
 * `unknown` when another needed fact is missing, else what the engine says. The engine is first asked about all items of a
 * rule at once; only where that does not hold, item by item.
 */
export async function judgeRules(rules: readonly Rule[], tableOf: (rule: Rule) => FactTable): Promise<readonly Judged[]> {
  const asked = rules.map((rule) => ask(rule, tableOf(rule)));
  const heldByAll = await judgeColumns(asked);
  const failing = asked.filter(({ rule, open }) => open.length > 0 && !heldByAll.has(rule.id));
  const isSettled = ({ rule, open }: Asked): boolean => rule.isConjunction && open.length === 1;
  for (const { outcomes, open: [only] } of failing.filter(isSettled)) if (only !== undefined) outcomes[only] = 'violated';
  await judgeItems(failing.filter((each) => !isSettled(each)));
  return asked;
}

function ask(rule: Rule, table: FactTable): Asked {
  const wanted = Object.entries(rule.appliesWhen ?? {}).map(([fact, values]) => ({ column: table.column(fact), values: new Set<unknown>(values) }));
  const skipping = (rule.skipWithout ?? []).map((fact) => table.column(fact));
  const needed = rule.neededFacts.map((fact) => table.column(fact));
  const open: number[] = [];
  const outcomes = table.items.map((_, row): RuleOutcome => {
    if (wanted.some(({ column, values }) => !values.has(column[row])) || skipping.some((column) => column[row] === null)) return 'not-applicable';
    if (needed.some((column) => column[row] === null)) return 'unknown';
    open.push(row);
    return 'satisfied';
  });
  return { rule, table, outcomes, open };
}

/** Asks of all open items of each rule at once; gives the ids of the rules that hold for all of them. */
async function judgeColumns(asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  const judgements: Judgement[] = [];
  const facts: Record<string, Column> = {};
  for (const { rule, table, open } of asked) {
    if (!rule.isConjunction || open.length === 0) continue;
    judgements.push({ name: rule.id, condition: columnJudgement(rule) });
    const isWhole = open.length === table.items.length;
    for (const fact of rule.requiredFacts) {
      const column = table.column(fact);
      facts[columnName(rule.id, fact)] = new Column(isWhole ? column : open.map((row) => column[row]));
    }
  }
  return judge(judgements, facts);
}

/** Judges the open items of each rule one by one, all rules of an item together. */
async function judgeItems(asked: readonly Asked[]): Promise<void> {
  for (const table of new Set(asked.map((each) => each.table))) {
    const group = asked.filter((each) => each.table === table);
    for (let row = 0; row < table.items.length; row += 1) {
      const here = group.filter(({ outcomes }) => outcomes[row] === 'satisfied');
      const facts = Object.fromEntries(here.flatMap(({ rule }) => rule.requiredFacts.map((fact) => [fact, table.value(fact, row)])));
      const holding = await judge(here.map(({ rule }) => ({ name: rule.id, condition: rule.require })), facts);
      for (const { rule, outcomes } of here) if (!holding.has(rule.id)) outcomes[row] = 'violated';
    }
  }
}

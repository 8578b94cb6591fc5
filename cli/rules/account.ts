import type { CheckInput } from '../../domain/check.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import { explain, groundOf, inputOf, pointersOf, severityOn } from '../../rules/explain.ts';
import { factContext } from '../../rules/facts/context.ts';
import { scopeItems } from '../../rules/facts/registry.ts';
import { FactTable } from '../../rules/facts/table.ts';
import type { Rule } from '../../rules/rule.ts';
import { judgeRules, type Judged } from '../../rules/three-valued.ts';
import { whyNotThisForm, whyNotThisItem } from './applicability.ts';

/** How a rule judged one item of a form (the form itself, for a rule about the document). */
export interface Account {
  readonly result: RuleResult;
  /** Why it has nothing to say, when it is not applicable. */
  readonly why?: Bilingual;
}

/** How a rule judged a form, item by item: also those that are in order, and those that it is not about. */
export async function accountsOf(rule: Rule, input: CheckInput): Promise<readonly Account[]> {
  const today = dateOf(input.at);
  const outside = whyNotThisForm(rule, input, today);
  if (outside) return [{ result: bare(rule, today), why: outside }];
  const context = factContext(input);
  const table = new FactTable(rule.scope, context);
  const [judged] = await judgeRules([rule], () => table);
  if (!judged || table.items.length === 0) return [{ result: bare(rule, today), why: { vi: 'Bản này không có mục nào thuộc loại mà quy tắc xét.', en: 'The form has no item of the kind that the rule is about.' } }];
  return table.items.map((item, row): Account => {
    const origin = scopeItems(rule.scope).origins(item, context)['item'];
    const pointers = origin?.startsWith('/') ? [origin] : [];
    const outcome = judged.outcomes[row];
    if (outcome === 'not-applicable') return { result: { ...bare(rule, today), ...aboutTarget(table, row), pointers }, why: whyNotThisItem(rule, table, row) };
    return { result: outcome === 'satisfied' ? inOrder(rule, table, row, today) : findingOf(judged, row, today) };
  });
}

function bare(rule: Rule, today: string): RuleResult {
  return { rule: rule.id, ruleVersion: rule.version, outcome: 'not-applicable', ...severityOn(rule, today), inputs: [], formula: rule.reads, message: { vi: rule.words.vi.title, en: rule.words.en.title }, pointers: [], ...groundOf(rule, today) };
}

function aboutTarget(table: FactTable, row: number): { readonly target?: string } {
  const target = table.target(row);
  return target === undefined ? {} : { target };
}

function inOrder(rule: Rule, table: FactTable, row: number, today: string): RuleResult {
  return { ...bare(rule, today), ...aboutTarget(table, row), outcome: 'satisfied', inputs: rule.requiredFacts.map((name) => inputOf(table, name, row)), pointers: pointersOf(rule, table, row) };
}

/** The finding of one item: findings come in the order of the items. */
function findingOf(judged: Judged, row: number, today: string): RuleResult {
  const before = judged.outcomes.slice(0, row).filter((outcome) => outcome === 'violated' || outcome === 'unknown').length;
  const found = explain(judged, today)[before];
  if (!found) throw new Error(`Rule ${judged.rule.id} does not tell of item ${row}`);
  return found;
}

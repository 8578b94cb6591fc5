import type { CheckInput, CheckSubmission } from '../domain/check.ts';
import type { PlainDate } from '../domain/date.ts';
import type { RuleResult } from '../domain/verdict.ts';
import { loadCatalogue, type Catalogue } from './catalogue.ts';
import { explain } from './explain.ts';
import { factContext, type FactContext } from './facts/context.ts';
import { FactTable } from './facts/table.ts';
import type { Rule } from './rule.ts';
import { checkTargets } from './targets.ts';
import { judgeRules } from './three-valued.ts';
import { verdictOf } from './verdict.ts';
import { waiversOn, underWaivers } from './waivers.ts';

let shipped: Catalogue | undefined;

/** The catalogue that comes with the product, read once. Throws `PlanFileError` when a file of it is wrong. */
export function shippedCatalogue(): Catalogue {
  shipped ??= loadCatalogue();
  return shipped;
}

export function rulesetVersion(catalogue: Catalogue = shippedCatalogue()): string {
  return catalogue.version;
}

/** Checks submissions against the catalogue and their plan's targets. Holds no state: one checker serves any number of checks at once. */
export function createChecker({ catalogue = shippedCatalogue() }: { readonly catalogue?: Catalogue } = {}): CheckSubmission {
  return async (input) => {
    const context = factContext(input);
    const targets = await checkTargets(context, catalogue.targetWords);
    const rules = await checkRules(catalogue.rules, context);
    return verdictOf([...targets, ...rules], catalogue.version);
  };
}

async function checkRules(rules: readonly Rule[], context: FactContext): Promise<readonly RuleResult[]> {
  const { input, today } = context;
  const tables = new Map<Rule['scope'], FactTable>();
  const tableOf = ({ scope }: Rule): FactTable => {
    const table = tables.get(scope) ?? new FactTable(scope, context);
    tables.set(scope, table);
    return table;
  };
  const judged = await judgeRules(rules.filter((rule) => isEffective(rule, input, today)), tableOf);
  const waivers = waiversOn(input, today);
  return judged.flatMap((each) => explain(each, today).map((result) => (waivers.length === 0 ? result : underWaivers(result, each.rule, waivers))));
}

/** Whether a rule is about this kind of submission, and in force on the day. */
export function isEffective({ stage, effectiveFrom, effectiveTo }: Rule, { content }: CheckInput, today: PlainDate): boolean {
  return stage.includes(content.kind) && effectiveFrom <= today && (effectiveTo === undefined || today <= effectiveTo);
}

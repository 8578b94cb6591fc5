import type { CheckInput } from '../../domain/check.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import type { Waiver } from '../../domain/waiver.ts';
import type { Catalogue } from '../catalogue.ts';
import { isEffective } from '../check.ts';
import { factContext } from '../facts/context.ts';
import { FactTable } from '../facts/table.ts';
import type { Rule } from '../rule.ts';
import { underWaivers, waiversOn } from '../waivers.ts';
import { outcomeCode, outcomeNames } from './codes.ts';
import { bulkRule } from './rule.ts';
import { createBulkTargets, type BulkStandings } from './targets.ts';

/** What one rule says of a submission: an outcome code for each item of its scope, waivers counted. */
export interface BulkOutcomes {
  readonly rule: Rule;
  readonly table: FactTable;
  readonly outcomes: Uint8Array;
  /** Items whose finding a waiver lets pass, where there are any: they count as not applicable. */
  readonly waived?: readonly number[];
}

/** What a check finds, without the words. */
export interface BulkVerdict extends BulkStandings {
  /** One entry for each rule in force on the day of the check, in the catalogue's order. */
  readonly rules: readonly BulkOutcomes[];
}

export type BulkCheck = (input: CheckInput) => BulkVerdict;

/**
 * Compiles a catalogue once into plain functions that say of many submissions what `createChecker` says of each, without a
 * word of explanation. Where a person waits for an answer, the engine stays the authority; a property test holds the two together.
 */
export function createBulkChecker({ rules }: Pick<Catalogue, 'rules'>): BulkCheck {
  const compiled = rules.map((rule) => ({ rule, run: bulkRule(rule) }));
  const targets = createBulkTargets();
  return (input) => {
    const context = factContext(input);
    const waivers = waiversOn(input, context.today);
    const tables = new Map<Rule['scope'], FactTable>();
    const found: BulkOutcomes[] = [];
    for (const { rule, run } of compiled) {
      if (!isEffective(rule, input, context.today)) continue;
      const table = tables.get(rule.scope) ?? new FactTable(rule.scope, context);
      tables.set(rule.scope, table);
      const outcomes = run(table);
      const waived = waivers.length > 0 ? waive(outcomes, rule, table, waivers) : [];
      found.push({ rule, table, outcomes, ...(waived.length > 0 ? { waived } : {}) });
    }
    return { ...targets(input, waivers), rules: found };
  };
}

/** Asks the one place that knows about waivers, item by item: they are few. Answers the items that it let pass. */
function waive(outcomes: Uint8Array, rule: Rule, table: FactTable, waivers: readonly Waiver[]): readonly number[] {
  return [...outcomes.keys()].filter((row) => {
    const outcome = outcomeNames[outcomes[row] ?? outcomeCode.satisfied];
    if (outcome !== 'violated' && outcome !== 'unknown') return false;
    const target = table.target(row);
    const result: RuleResult = {
      rule: rule.id, ruleVersion: rule.version, outcome, severity: rule.severity, inputs: [], message: { vi: '', en: '' }, pointers: [], ...(target === undefined ? {} : { target }),
    };
    if (underWaivers(result, rule, waivers).outcome === outcome) return false;
    outcomes[row] = outcomeCode['not-applicable'];
    return true;
  });
}

import type { Catalogue } from '../rules/catalogue.ts';
import type { RuleEntry } from './http/services.ts';

/** The catalogue as the API shows it. */
export function ruleEntries({ rules }: Catalogue): readonly RuleEntry[] {
  return rules.map(({ id, version, stage, severity, effectiveFrom, effectiveTo, betaUntil, words, grounds, formula, requiredFacts }) => ({
    id, title: { vi: words.vi.title, en: words.en.title }, version, stage, severity, effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }), ...(betaUntil === undefined ? {} : { betaUntil }), grounds, formula, facts: requiredFacts,
  }));
}

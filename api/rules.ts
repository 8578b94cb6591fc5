import type { Bilingual, Language } from '../domain/text.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { RuleWords } from '../rules/rule.ts';
import { isWaivable } from '../rules/waivers.ts';
import type { RuleEntry } from './http/services.ts';

const shown = new WeakMap<Catalogue, readonly RuleEntry[]>();

/** The catalogue as the API shows it. A catalogue does not change once it is loaded: it is put into words once. */
export function ruleEntries(catalogue: Catalogue): readonly RuleEntry[] {
  const entries = shown.get(catalogue) ?? entriesOf(catalogue);
  shown.set(catalogue, entries);
  return entries;
}

function entriesOf({ rules }: Catalogue): readonly RuleEntry[] {
  return rules.map((rule): RuleEntry => {
    const { id, version, stage, severity, effectiveFrom, effectiveTo, betaUntil, words, grounds, formula, requiredFacts, scope, reads } = rule;
    const open = (part: 'message' | 'fix'): Bilingual => ({ vi: unfilled(words, 'vi', part), en: unfilled(words, 'en', part) });
    return {
      id, title: { vi: words.vi.title, en: words.en.title }, version, stage, severity, family: scope, effectiveFrom,
      ...(effectiveTo === undefined ? {} : { effectiveTo }), ...(betaUntil === undefined ? {} : { betaUntil }),
      waivable: isWaivable(rule), asks: reads, message: open('message'), fix: open('fix'), grounds, formula, facts: requiredFacts,
    };
  });
}

const unfilled = (words: Readonly<Record<Language, RuleWords>>, language: Language, part: 'message' | 'fix'): string => words[language][part].render(() => '…', undefined, language);

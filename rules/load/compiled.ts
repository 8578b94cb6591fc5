import { languages } from '../../domain/text.ts';
import { factsOf, isConjunction, neededFacts } from '../conditions.ts';
import { formulaInWords } from '../formula-in-words.ts';
import { formulaOf } from '../formula.ts';
import type { ResultWords } from '../result-words.ts';
import type { Ground, Rule, RuleFile } from '../rule.ts';

/** A rule ready to run: what a check would otherwise work out each time from its conditions. */
export function compiled(rule: RuleFile, grounds: readonly Ground[], words: Rule['words'], says: ResultWords): Rule {
  const named = languages.flatMap((language) => [...words[language].message.places, ...words[language].fix.places]);
  const requiredFacts = factsOf(rule.require);
  return {
    ...rule,
    words,
    grounds,
    scope: rule.forEach ?? 'document',
    requiredFacts,
    neededFacts: neededFacts(rule.require),
    inputs: [...new Set([...requiredFacts, ...named])],
    isConjunction: isConjunction(rule.require),
    formula: formulaOf(rule.require),
    reads: formulaInWords(rule.require, says),
    says,
  };
}

import { languages, type Bilingual, type Language } from '../domain/text.ts';
import { isFactOperand, type Comparison, type Condition, type Operand } from './conditions.ts';
import { getFact, type RegisteredFact } from './facts/registry.ts';
import { operatorOf } from './operators.ts';
import { say, type ResultWords } from './result-words.ts';
import { showNamed, showPercent } from './show.ts';

/** A condition as a reader of a verdict would write it: `ngày hoàn thành ≥ ngày bắt đầu`. */
export function formulaInWords(condition: Condition, words: ResultWords): Bilingual {
  const [vi = '', en = ''] = languages.map((language) => told(condition, words, language));
  return { vi, en };
}

function told(condition: Condition, words: ResultWords, language: Language): string {
  const tell = (part: Condition): string => ('all' in part || 'any' in part ? `(${told(part, words, language)})` : told(part, words, language));
  const joined = (by: 'and' | 'or', parts: readonly Condition[]): string => parts.map(tell).reduce((left, right) => say(words, language, by, { left, right }));
  if ('all' in condition) return joined('and', condition.all);
  if ('any' in condition) return joined('or', condition.any);
  return 'not' in condition ? say(words, language, 'not', { what: told(condition.not, words, language) }) : comparison(condition, words, language);
}

function comparison({ fact: name, operator, value }: Comparison, words: ResultWords, language: Language): string {
  const fact = getFact(name);
  const what = fact.about[language].replace(/^whether /, '');
  if (operator === 'given') return say(words, language, value === true ? 'given' : 'not-given', { what });
  if (operator === 'matches') return say(words, language, 'well-formed', { what });
  const right = operand(fact, value, language);
  if (operator === 'in' || operator === 'notIn') return say(words, language, operator === 'in' ? 'one-of' : 'none-of', { left: what, right });
  return `${what} ${operatorOf(operator).sign} ${right}`;
}

function operand(fact: RegisteredFact, value: Operand, language: Language): string {
  if (isFactOperand(value)) return getFact(value.fact).about[language];
  if (Array.isArray(value)) return (value as readonly string[]).map((each) => showNamed(fact, each, language)).join(', ');
  const literal = value as string | number | boolean;
  return fact.type === 'ratio' && typeof literal === 'number' ? showPercent(literal, language) : showNamed(fact, literal, language);
}

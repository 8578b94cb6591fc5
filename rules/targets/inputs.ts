import { languages, type Bilingual, type Language } from '../../domain/text.ts';
import type { RuleInput } from '../../domain/verdict.ts';
import { showNumber, showPercent } from '../show.ts';
import type { TargetCase } from './case.ts';
import type { TargetSentence, TargetWords } from './words.ts';

const signs = { 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<', equal: '=' } as const;

const nothing = (): undefined => undefined;

const said = (words: TargetWords, key: TargetSentence, language: Language): string => words[language][key].render(nothing, undefined, language);

const inBoth = (told: (language: Language) => string): Bilingual => {
  const [vi = '', en = ''] = languages.map(told);
  return { vi, en };
};

const inputNames = ['numerator', 'denominator', 'value', 'answer', 'threshold', 'milestone'] as const;
type InputName = (typeof inputNames)[number];

const labels = new WeakMap<TargetWords, Readonly<Record<InputName, Bilingual>>>();

/** What the inputs are called: worked out once, since every result has them. */
function labelsOf(words: TargetWords): Readonly<Record<InputName, Bilingual>> {
  const known = labels.get(words) ?? (Object.fromEntries(inputNames.map((name) => [name, inBoth((language) => said(words, `input-${name}`, language))])) as Record<InputName, Bilingual>);
  labels.set(words, known);
  return known;
}

/** The figures as given (`null`: missing), the threshold, and the quarter's bar, each with the place it was read from. */
export function inputsOf({ target, index, entry, threshold, milestone, quarter }: TargetCase, words: TargetWords): readonly RuleInput[] {
  const label = labelsOf(words);
  const input = (name: InputName, value: RuleInput['value'], source: string): RuleInput => ({ name, label: label[name], value, source });
  const plan = `plan:/targets/${index}`;
  const given = entry.figure.places.map((place) => {
    const name = place === '' ? (target.measure === 'yes-no' ? 'answer' : 'value') : (place.slice(1) as InputName);
    return input(name, plainly(entry.given?.[name as keyof typeof entry.given]), entry.pointer + place);
  });
  const own = target.appliesTo.unitThresholds && target.threshold !== threshold;
  const bar = input('threshold', threshold, own ? `${plan}/appliesTo/unitThresholds` : `${plan}/threshold`);
  if (!milestone || milestone.isFinal) return [...given, bar];
  return [...given, bar, input('milestone', milestone.value, milestone.isStated ? `${plan}/milestones/${quarter}` : `${plan}/threshold`)];
}

function plainly(value: unknown): number | boolean | null {
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
}

/** What is held against what: `tử số × 100 ÷ mẫu số ≥ 97%`. */
export function formulaOf({ target, threshold, stage }: TargetCase, words: TargetWords): Bilingual {
  const left: TargetSentence = target.measure === 'yes-no' ? 'input-answer' : target.measure === 'ratio' && stage === 'report' ? 'formula-ratio' : 'input-value';
  const right = (language: Language): string => {
    if (target.measure === 'yes-no') return said(words, threshold === 0 ? 'no' : 'yes', language);
    return target.unit === '%' ? showPercent(threshold, language) : showNumber(threshold, language);
  };
  return inBoth((language) => `${said(words, left, language)} ${signs[target.comparator]} ${right(language)}`);
}

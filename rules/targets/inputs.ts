import type { Target } from '../../domain/plan.ts';
import type { Bilingual, Language } from '../../domain/text.ts';
import type { RuleInput } from '../../domain/verdict.ts';
import { showNumber, showPercent } from '../show.ts';
import type { TargetCase } from './case.ts';
import type { TargetSentence, TargetWords } from './words.ts';

const signs = { 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<', equal: '=' } as const;

const nothing = (): undefined => undefined;

const said = (words: TargetWords, key: TargetSentence, language: Language): string => words[language][key].render(nothing, undefined, language);

const inBoth = (told: (language: Language) => string): Bilingual => ({ vi: told('vi'), en: told('en') });

const inputNames = ['numerator', 'denominator', 'value', 'answer', 'threshold', 'milestone'] as const;
type InputName = (typeof inputNames)[number];

const labels = new WeakMap<TargetWords, Readonly<Record<InputName, Bilingual>>>();

/** What the inputs are called: worked out once, since every result has them. */
function labelsOf(words: TargetWords): Readonly<Record<InputName, Bilingual>> {
  const known = labels.get(words);
  if (known) return known;
  const made = Object.fromEntries(inputNames.map((name) => [name, inBoth((language) => said(words, `input-${name}`, language))])) as Record<InputName, Bilingual>;
  labels.set(words, made);
  return made;
}

/** The figures as given (`null`: missing), the threshold, and the quarter's bar, each with the place it was read from. */
export function inputsOf({ target, index, entry, threshold, milestone, quarter }: TargetCase, words: TargetWords): readonly RuleInput[] {
  const label = labelsOf(words);
  const plan = `plan:/targets/${index}`;
  const inputs = entry.figure.places.map((place): RuleInput => {
    const name = place === '' ? (target.measure === 'yes-no' ? 'answer' : 'value') : (place.slice(1) as InputName);
    return { name, label: label[name], value: plainly(entry.given?.[name as keyof typeof entry.given]), source: entry.pointer + place };
  });
  const own = target.appliesTo.unitThresholds && target.threshold !== threshold;
  inputs.push({ name: 'threshold', label: label.threshold, value: threshold, source: own ? `${plan}/appliesTo/unitThresholds` : `${plan}/threshold` });
  if (milestone && !milestone.isFinal) inputs.push({ name: 'milestone', label: label.milestone, value: milestone.value, source: milestone.isStated ? `${plan}/milestones/${quarter}` : `${plan}/threshold` });
  return inputs;
}

function plainly(value: unknown): number | boolean | null {
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
}

const formulas = new WeakMap<Target, { readonly words: TargetWords; readonly threshold: number; readonly stage: TargetCase['stage']; readonly formula: Bilingual }>();

/** What is held against what: `tử số × 100 ÷ mẫu số ≥ 97%`. One check after another asks for the same: the last is kept. */
export function formulaOf({ target, threshold, stage }: TargetCase, words: TargetWords): Bilingual {
  const known = formulas.get(target);
  if (known && known.threshold === threshold && known.stage === stage && known.words === words) return known.formula;
  const formula = writeFormula({ target, threshold, stage }, words);
  formulas.set(target, { words, threshold, stage, formula });
  return formula;
}

function writeFormula({ target, threshold, stage }: Pick<TargetCase, 'target' | 'threshold' | 'stage'>, words: TargetWords): Bilingual {
  const left: TargetSentence = target.measure === 'yes-no' ? 'input-answer' : target.measure === 'ratio' && stage === 'report' ? 'formula-ratio' : 'input-value';
  return inBoth((language) => `${said(words, left, language)} ${signs[target.comparator]} ${barShown(target, threshold, words, language)}`);
}

function barShown({ measure, unit }: Target, threshold: number, words: TargetWords, language: Language): string {
  if (measure === 'yes-no') return said(words, threshold === 0 ? 'no' : 'yes', language);
  return unit === '%' ? showPercent(threshold, language) : showNumber(threshold, language);
}

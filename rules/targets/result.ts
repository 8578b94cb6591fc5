import type { Bilingual } from '../../domain/text.ts';
import type { Plan } from '../../domain/plan.ts';
import type { RuleInput, RuleOutcome, RuleResult, Severity, Standing } from '../../domain/verdict.ts';
import { percentShown } from '../exact.ts';
import type { TargetCase } from './case.ts';
import { gapTo, smallestChange } from './change.ts';
import { placeValue, type Telling } from './places.ts';
import { fixSentence, reasonSentence } from './sentence.ts';
import { targetRules, type TargetSentence, type TargetWords } from './words.ts';

/**
 * A commitment below the plan's threshold, or none at all, keeps a unit's plan from being submitted: what a unit cannot
 * reach is waived, or does not apply, with a reason. A report must be able to tell the truth: its misses only warn.
 */
const findingSeverity = { plan: 'blocking', report: 'warning' } as const satisfies Readonly<Record<TargetCase['stage'], Severity>>;

const outcomes = {
  met: 'satisfied', 'on-track': 'satisfied', behind: 'violated', missed: 'violated',
  'no-data': 'unknown', 'not-applicable': 'not-applicable', waived: 'not-applicable',
} as const satisfies Readonly<Record<Standing, RuleOutcome>>;

const signs = { 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<', equal: '=' } as const;

/** The result for one target: what was given, what it is held against, the standing and why, and the smallest change that passes. */
export function targetResult(of: TargetCase, standing: Standing, plan: Pick<Plan, 'title' | 'symbol'>, words: TargetWords): RuleResult {
  const { target, stage, threshold, milestone, entry } = of;
  const bar = standing === 'missed' || standing === 'met' ? threshold : (milestone?.value ?? threshold);
  const change = standing === 'behind' || standing === 'missed' ? smallestChange(entry.figure, target.comparator, bar) : undefined;
  const told: Telling = { of, bar, change, words, percent: entry.figure.kind === 'ratio' ? percentShown(entry.figure.ratio, bar) : undefined };
  const fix = fixSentence(of, standing, change);
  const gap = standing === 'met' ? 0 : gapTo(entry.figure, threshold);
  const { rule, version } = targetRules[stage];
  return {
    rule,
    ruleVersion: version,
    outcome: outcomes[standing],
    severity: outcomes[standing] === 'violated' || outcomes[standing] === 'unknown' ? findingSeverity[stage] : 'note',
    target: target.id,
    standing,
    inputs: inputsOf(of),
    formula: formulaOf(of),
    threshold,
    ...(gap === undefined ? {} : { gap }),
    message: sentence(reasonSentence(of, standing), told),
    ...(fix ? { fix: sentence(fix, told) } : {}),
    pointers: entry.figure.places.map((place) => entry.pointer + place),
    clause: target.clause,
    quote: target.quote,
    ground: plan.symbol ?? plan.title,
  };
}

function sentence(key: TargetSentence, told: Telling): Bilingual {
  return { vi: told.words.vi[key].render(placeValue, told, 'vi'), en: told.words.en[key].render(placeValue, told, 'en') };
}

function inputsOf({ target, index, entry, threshold, milestone, quarter }: TargetCase): readonly RuleInput[] {
  const { figure, pointer } = entry;
  const plan = `plan:/targets/${index}`;
  const given: readonly RuleInput[] = figure.kind === 'ratio'
    ? [{ name: 'numerator', value: figure.ratio.numerator, source: `${pointer}/numerator` }, { name: 'denominator', value: figure.ratio.denominator, source: `${pointer}/denominator` }]
    : [{ name: 'value', value: figure.kind === 'value' ? figure.value : null, source: pointer + (figure.places[0] ?? '') }];
  const own = target.appliesTo.unitThresholds && target.threshold !== threshold;
  const bar: RuleInput = { name: 'threshold', value: threshold, source: own ? `${plan}/appliesTo/unitThresholds` : `${plan}/threshold` };
  if (!milestone || milestone.isFinal) return [...given, bar];
  return [...given, bar, { name: 'milestone', value: milestone.value, source: milestone.isStated ? `${plan}/milestones/${quarter}` : `${plan}/threshold` }];
}

function formulaOf({ target, entry, threshold, stage }: TargetCase): string {
  const left = stage === 'report' && (target.measure === 'ratio' || entry.figure.kind === 'ratio') ? 'numerator × 100 ÷ denominator' : 'value';
  return `${left} ${signs[target.comparator]} ${threshold}`;
}

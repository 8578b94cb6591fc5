import type { Bilingual } from '../../domain/text.ts';
import type { Comparator, Plan } from '../../domain/plan.ts';
import type { RuleOutcome, RuleResult, Severity, Standing } from '../../domain/verdict.ts';
import { percentShown } from '../exact.ts';
import type { TargetCase } from './case.ts';
import { gapTo, smallestChange } from './change.ts';
import { formulaOf, inputsOf } from './inputs.ts';
import { placeValue, type Telling } from './places.ts';
import { fixSentence, reasonSentence } from './sentence.ts';
import { isBeyond, onTheWay } from './standing.ts';
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

/** The result for one target: what was given, what it is held against, the standing and why, and the smallest change that passes. */
export function targetResult(of: TargetCase, standing: Standing, plan: Pick<Plan, 'title' | 'symbol'>, words: TargetWords): RuleResult {
  const { target, stage, threshold, entry, waiver } = of;
  const { bar, comparator } = heldAgainst(of, standing);
  const change = standing === 'behind' || standing === 'missed' ? smallestChange(entry.figure, comparator, bar) : undefined;
  const told: Telling = { of, bar, comparator, change, words, percent: entry.figure.kind === 'ratio' ? percentShown(entry.figure.ratio, bar) : undefined };
  const fix = fixSentence(of, standing, change);
  const gap = standing === 'met' ? 0 : gapTo(entry.figure, threshold);
  const { rule, version } = targetRules[stage];
  // fields are added where they are, not spread: a check makes dozens of these
  const result: { -readonly [Field in keyof RuleResult]: RuleResult[Field] } = {
    rule,
    ruleVersion: version,
    outcome: outcomes[standing],
    severity: outcomes[standing] === 'violated' || outcomes[standing] === 'unknown' ? findingSeverity[stage] : 'note',
    target: target.id,
    standing,
    inputs: inputsOf(of, words),
    formula: formulaOf(of, words),
    threshold,
    message: sentence(reasonSentence(of, standing), told),
    pointers: entry.figure.places.map((place) => entry.pointer + place),
    clause: target.clause,
    quote: target.quote,
    ground: plan.symbol ?? plan.title,
  };
  if (gap !== undefined) result.gap = gap;
  if (fix) result.fix = sentence(fix, told);
  if (waiver && standing === 'waived') result.waiver = { reason: waiver.reason, approver: waiver.approver, expires: waiver.expires };
  return result;
}

/** What the figure has to pass now: the year's threshold, or the quarter's bar, which need only be reached. */
function heldAgainst(of: TargetCase, standing: Standing): { readonly bar: number; readonly comparator: Comparator } {
  const { target: { comparator }, threshold, milestone, entry: { figure } } = of;
  if (standing === 'missed' || standing === 'met' || !milestone || (figure.kind !== 'none' && isBeyond(of, figure))) return { bar: threshold, comparator };
  return { bar: milestone.value, comparator: milestone.isFinal ? comparator : onTheWay[comparator] };
}

function sentence(key: TargetSentence, told: Telling): Bilingual {
  return { vi: told.words.vi[key].render(placeValue, told, 'vi'), en: told.words.en[key].render(placeValue, told, 'en') };
}

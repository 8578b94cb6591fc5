import type { Target } from '../../domain/plan.ts';
import { ratioOf, type Ratio } from '../../domain/ratio.ts';
import type { PlanContent, ReportContent, SubmissionKind, TargetCommitment, TargetFigure } from '../../domain/submission.ts';
import { saysSomething } from '../../domain/text.ts';

/** Why there is no figure to judge. */
export type NoFigure = 'no-entry' | 'no-figure' | 'zero-denominator' | 'only-percentage';

/** What a submission says about a target, ready to be compared. `places` are the fields below the entry that it was read from. */
export type Figure =
  | { readonly kind: 'ratio'; readonly ratio: Ratio; readonly places: readonly string[] }
  | { readonly kind: 'value'; readonly value: number; readonly places: readonly string[] }
  | { readonly kind: 'none'; readonly why: NoFigure; readonly places: readonly string[] };

/** A figure that can be held against a bar. */
export type GivenFigure = Exclude<Figure, { readonly kind: 'none' }>;

/** An entry for a target, where it stands, and what it says. */
export interface Entry {
  readonly pointer: string;
  readonly figure: Figure;
  /** What the submission says, as it stands there. */
  readonly given: TargetCommitment | TargetFigure | undefined;
  readonly notApplicable: string | undefined;
}

const none = (why: NoFigure, ...places: readonly string[]): Figure => ({ kind: 'none', why, places });

const isGiven = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Entries by target id; of two for one target the first counts, and a rule finds the second. */
export function entriesOf(content: PlanContent | ReportContent, targets: ReadonlyMap<string, Target>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  content.targets.forEach((given: TargetCommitment | TargetFigure, index) => {
    const target = targets.get(given.target);
    if (!target || entries.has(target.id)) return;
    entries.set(target.id, { pointer: `/targets/${index}`, figure: figureOf(content.kind, target, given), given, notApplicable: saysNotApplicable(given) });
  });
  return entries;
}

/** What an entry says about its target. */
export function figureOf(stage: SubmissionKind, target: Pick<Target, 'measure'>, given: TargetCommitment | TargetFigure): Figure {
  return stage === 'plan' ? committed(given as TargetCommitment) : reported(target, given);
}

/** Why the unit says that the target does not apply to it; undefined when it gives no reason. */
export function saysNotApplicable({ notApplicable }: Pick<TargetFigure, 'notApplicable'>): string | undefined {
  return notApplicable !== undefined && saysSomething(notApplicable) ? notApplicable.trim() : undefined;
}

export const noEntry: Entry = { pointer: '/targets', figure: none('no-entry', ''), given: undefined, notApplicable: undefined };

function committed({ value }: TargetCommitment): Figure {
  return isGiven(value) ? { kind: 'value', value, places: ['/value'] } : none('no-figure', '/value');
}

function reported(target: Pick<Target, 'measure'>, figure: TargetFigure): Figure {
  if (target.measure === 'ratio') return reportedRatio(figure);
  if (target.measure === 'yes-no' && typeof figure.answer === 'boolean') return { kind: 'value', value: Number(figure.answer), places: ['/answer'] };
  if (isGiven(figure.value)) return { kind: 'value', value: figure.value, places: ['/value'] };
  return none('no-figure', target.measure === 'yes-no' ? '/answer' : '/value');
}

/** A percentage alone does not count: a ratio is its numerator and denominator. */
function reportedRatio({ numerator, denominator, value }: TargetFigure): Figure {
  const places = ['/numerator', '/denominator'];
  const ratio = ratioOf(numerator, denominator);
  if (ratio && isGiven(numerator) && numerator >= 0) return { kind: 'ratio', ratio, places };
  if (isGiven(numerator) && isGiven(denominator)) return none(denominator <= 0 ? 'zero-denominator' : 'no-figure', ...places);
  return none(isGiven(value) ? 'only-percentage' : 'no-figure', ...places);
}

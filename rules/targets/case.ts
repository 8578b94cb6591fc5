import { milestoneFor, thresholdFor, type Milestone } from '../../domain/applies.ts';
import type { CheckInput } from '../../domain/check.ts';
import { quarters, type Quarter, type Target } from '../../domain/plan.ts';
import type { SubmissionKind } from '../../domain/submission.ts';
import type { Waiver } from '../../domain/waiver.ts';
import type { FactContext } from '../facts/context.ts';
import { waiversOn } from '../waivers.ts';
import { entriesOf, noEntry, type Entry } from './figure.ts';
import { targetRules } from './words.ts';

/** One target that binds the unit, with what the submission says about it and what it is held against. */
export interface TargetCase {
  readonly target: Target;
  readonly stage: SubmissionKind;
  readonly index: number;
  readonly threshold: number;
  /** The quarter's bar; absent for plans. */
  readonly milestone: Milestone | undefined;
  readonly quarter: Quarter | undefined;
  readonly entry: Entry;
  readonly waiver: Waiver | undefined;
}

/** The targets that bind the unit, in the plan's order. */
export function targetCases(context: FactContext): readonly TargetCase[] {
  const { input, bound, targets, today } = context;
  const { content, unit, plan } = input;
  const entries = entriesOf(content, new Map(bound.map((target) => [target.id, target])));
  const quarter = quarterOf(input);
  const waivers = waiversOn(input, today);
  return bound.map((target): TargetCase => ({
    target,
    stage: content.kind,
    index: targets.get(target.id)?.index ?? -1,
    threshold: thresholdFor(target, unit.code),
    milestone: quarter && milestoneFor(target, unit.code, quarter, plan.year),
    quarter,
    entry: entries.get(target.id) ?? noEntry,
    waiver: waivers.find((waiver) => isWaiverOf(waiver, target, content.kind)),
  }));
}

/** Whether a waiver frees a unit from a target at a stage. */
export function isWaiverOf({ target, rule }: Waiver, { id }: Pick<Target, 'id'>, stage: SubmissionKind): boolean {
  return target === id && (rule === undefined || rule === targetRules[stage].rule);
}

/** The quarter reported on. A report that does not say is held against the year's end: no one passes by leaving it out. */
export function quarterOf({ content, period }: Pick<CheckInput, 'content' | 'period'>): Quarter | undefined {
  if (content.kind === 'plan') return undefined;
  return period?.quarter ?? quarters.find((quarter) => content.period.endsWith(`-${quarter}`)) ?? 'Q4';
}

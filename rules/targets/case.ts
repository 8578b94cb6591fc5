import { milestoneFor, thresholdFor, type Milestone } from '../../domain/applies.ts';
import type { Waiver } from '../../domain/check.ts';
import { quarters, type Quarter, type Target } from '../../domain/plan.ts';
import type { FactContext } from '../facts/context.ts';
import { waiversOn } from '../waivers.ts';
import { entriesOf, noEntry, type Entry } from './figure.ts';
import { targetRules } from './words.ts';

/** One target that binds the unit, with what the submission says about it and what it is held against. */
export interface TargetCase {
  readonly target: Target;
  readonly stage: 'plan' | 'report';
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
  const quarter = quarterOf(context);
  const waivers = waiversOn(input, today);
  return bound.map((target): TargetCase => ({
    target,
    stage: content.kind,
    index: targets.get(target.id)?.index ?? -1,
    threshold: thresholdFor(target, unit.code),
    milestone: quarter && milestoneFor(target, unit.code, quarter, plan.year),
    quarter,
    entry: entries.get(target.id) ?? noEntry,
    waiver: waivers.find((waiver) => waiver.target === target.id && (waiver.rule === undefined || waiver.rule === targetRules[content.kind].rule)),
  }));
}

/** The quarter reported on. A report that does not say is held against the year's end: no one passes by leaving it out. */
function quarterOf({ input, report }: FactContext): Quarter | undefined {
  if (!report) return undefined;
  return input.period?.quarter ?? quarters.find((quarter) => report.period.endsWith(`-${quarter}`)) ?? 'Q4';
}

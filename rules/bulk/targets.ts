import { applicableTargets, milestoneFor, thresholdFor } from '../../domain/applies.ts';
import type { CheckInput } from '../../domain/check.ts';
import type { Plan, Quarter, Target } from '../../domain/plan.ts';
import type { SubmissionKind, TargetCommitment, TargetFigure } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { isWaiverOf, quarterOf } from '../targets/case.ts';
import { figureOf, saysNotApplicable } from '../targets/figure.ts';
import { isOpenUntilLater, standingOfFigure, targetComparisons } from '../targets/standing.ts';
import { standingCode } from './codes.ts';
import { testAgainst, type Test } from './comparison.ts';

/** The standings of one submission: codes, in the order of the targets that bind its unit. */
export interface BulkStandings {
  readonly targets: readonly Target[];
  readonly standings: Uint8Array;
}

/** The target rules of one plan for one unit and period, compiled once. */
interface TargetRules {
  readonly targets: readonly Target[];
  readonly slots: ReadonlyMap<string, number>;
  readonly standingOf: readonly ((given: TargetCommitment | TargetFigure) => number)[];
}

const notSeen = 255;

/** The target rules in bulk. Keeps what it compiled for as long as someone keeps the plan. */
export function createBulkTargets(): (input: CheckInput, waivers: readonly Waiver[]) => BulkStandings {
  const known = new WeakMap<Plan, Map<string, TargetRules>>();
  return (input, waivers) => {
    const { plan, unit, content } = input;
    const ofPlan = known.get(plan) ?? new Map<string, TargetRules>();
    known.set(plan, ofPlan);
    const quarter = quarterOf(input);
    const key = `${quarter ?? 'plan'} ${unit.level} ${unit.group ?? ''} ${unit.code}`;
    const rules = ofPlan.get(key) ?? targetRules(plan, unit, content.kind, quarter);
    ofPlan.set(key, rules);
    return { targets: rules.targets, standings: standingsOf(rules, content, waivers) };
  };
}

function targetRules(plan: Plan, unit: Unit, stage: SubmissionKind, quarter: Quarter | undefined): TargetRules {
  const targets = applicableTargets(plan, unit);
  return {
    targets,
    slots: new Map(targets.map(({ id }, slot) => [id, slot])),
    standingOf: targets.map((target) => targetRule(target, plan, unit, stage, quarter)),
  };
}

function targetRule(target: Target, plan: Plan, unit: Unit, stage: SubmissionKind, quarter: Quarter | undefined): TargetRules['standingOf'][number] {
  const of = { target, threshold: thresholdFor(target, unit.code), milestone: quarter && milestoneFor(target, unit.code, quarter, plan.year) };
  const tests = { ratio: testsOf(of, 'ratio'), value: testsOf(of, 'value') };
  const isOpen = isOpenUntilLater(of);
  return (given) => {
    if (saysNotApplicable(given) !== undefined) return standingCode['not-applicable'];
    const figure = figureOf(stage, target, given);
    if (figure.kind === 'none') return standingCode['no-data'];
    const value = figure.kind === 'ratio' ? figure.ratio : figure.value;
    const { reached, onWay } = tests[figure.kind];
    const isReached = reached(value);
    return standingCode[standingOfFigure(of, figure, isReached, !isReached && isOpen && onWay(value))];
  };
}

function testsOf(of: Parameters<typeof targetComparisons>[0], kind: 'ratio' | 'value'): { readonly reached: Test; readonly onWay: Test } {
  const { reached, onWay } = targetComparisons(of, kind);
  return { reached: testAgainst(reached), onWay: testAgainst(onWay) };
}

/** Of two entries for one target the first counts; a target without an entry has no data; a waived one is waived whatever it says. */
function standingsOf({ targets, slots, standingOf }: TargetRules, content: CheckInput['content'], waivers: readonly Waiver[]): Uint8Array {
  const standings = new Uint8Array(targets.length).fill(notSeen);
  for (const given of content.targets as readonly (TargetCommitment | TargetFigure)[]) {
    const slot = slots.get(given.target);
    if (slot !== undefined && standings[slot] === notSeen) standings[slot] = standingOf[slot]?.(given) ?? notSeen;
  }
  for (let slot = 0; slot < standings.length; slot += 1) if (standings[slot] === notSeen) standings[slot] = standingCode['no-data'];
  if (waivers.length > 0) targets.forEach((target, slot) => { if (waivers.some((waiver) => isWaiverOf(waiver, target, content.kind))) standings[slot] = standingCode.waived; });
  return standings;
}

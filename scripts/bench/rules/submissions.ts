import type { CheckInput } from '../../../domain/check.ts';
import type { Plan, Target } from '../../../domain/plan.ts';
import type { PlanContent, ReportContent, TargetFigure } from '../../../domain/submission.ts';
import { aCheckOf } from '../../../tests/support/builders/check.ts';
import { aPlan, aTarget } from '../../../tests/support/builders/plan.ts';
import { aProgress, aReport } from '../../../tests/support/builders/report.ts';
import { seeded, wholeBetween } from '../../../tests/support/builders/random.ts';
import { aBudgetLine, aTask, aUnitPlan } from '../../../tests/support/builders/unit-plan.ts';

const thresholds = [45, 50, 58, 65, 70, 85, 90, 97, 100] as const;

/** A plan of `count` ratio targets with the thresholds that real plans have. */
export function benchPlan(count: number): Plan {
  const targets = Array.from({ length: count }, (_, index): Target =>
    aTarget({ id: `ct-${index + 1}`, code: `ratio-${index + 1}`, denominator: `tổng số văn bản loại ${index + 1}`, threshold: thresholds[index % thresholds.length] ?? 97 }));
  return aPlan().withTargets(...targets).build();
}

/** Reports of the fourth quarter, each after one of the third, under a plan of 12 tasks and 8 budget lines; one figure in ten is missing. */
export function benchReports(plan: Plan, count: number, seed: number): readonly CheckInput[] {
  const random = seeded(seed);
  const tasks = Array.from({ length: 12 }, (_, index) => aTask({ id: `r-${index + 1}`, words: `Nhiệm vụ ${index + 1}` }));
  const budget = Array.from({ length: 8 }, (_, index) => aBudgetLine({ id: `kp-${index + 1}`, task: `r-${index + 1}` }));
  const approvedPlan: PlanContent = aUnitPlan({ plan }).withTasks(...tasks).withBudget(...budget).build();
  return Array.from({ length: count }, () => {
    const previousReport = report(plan, approvedPlan, 'Q3', plan.targets.map((target) => figure(target, random)));
    const content = report(plan, approvedPlan, 'Q4', previousReport.targets.map((before) => later(before, random)));
    return aCheckOf(content, { plan, history: { approvedPlan, previousReport } });
  });
}

function report(plan: Plan, approved: PlanContent, quarter: 'Q3' | 'Q4', targets: readonly TargetFigure[]): ReportContent {
  return aReport({ plan, approved, quarter }).having({ targets }).withProgress(...approved.tasks.map(({ id }) => aProgress(id))).build();
}

function figure({ id, threshold }: Target, random: () => number): TargetFigure {
  const denominator = wholeBetween(random, 20, 2000);
  const numerator = Math.min(denominator, Math.round((denominator * (threshold + wholeBetween(random, -15, 8))) / 100));
  return random() < 0.1 ? { target: id, numerator: null, denominator } : { target: id, numerator, denominator };
}

/** A quarter later: more of everything, now and then a gap. */
function later({ target, numerator, denominator }: TargetFigure, random: () => number): TargetFigure {
  const more = wholeBetween(random, 1, 50);
  const done = typeof numerator === 'number' && random() > 0.05 ? numerator + Math.max(0, more - wholeBetween(random, 0, 5)) : null;
  return { target, numerator: done, denominator: (denominator ?? 0) + more };
}

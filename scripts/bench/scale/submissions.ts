import type { CheckInput } from '../../../domain/check.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { TargetFigure } from '../../../domain/submission.ts';
import { aCheckOf } from '../../../tests/support/builders/check.ts';
import { seeded, wholeBetween } from '../../../tests/support/builders/random.ts';
import { aReport } from '../../../tests/support/builders/report.ts';
import { benchPlan } from '../rules/submissions.ts';

export const plan: Plan = benchPlan(45);

/** Reports of the fourth quarter on 45 ratio targets; one figure in ten is missing, others lie about their thresholds, some exactly at them. */
export function scaleReports(count: number, seed = 2022): readonly CheckInput[] {
  const random = seeded(seed);
  const head = aReport({ plan, quarter: 'Q4' });
  const shared = aCheckOf(head.build(), { plan });
  return Array.from({ length: count }, () => ({ ...shared, content: head.having({ targets: plan.targets.map(({ id, threshold }) => figure(id, threshold, random)) }).build() }));
}

function figure(target: string, threshold: number, random: () => number): TargetFigure {
  const denominator = wholeBetween(random, 20, 2000);
  const numerator = Math.min(denominator, Math.round((denominator * (threshold + wholeBetween(random, -15, 8))) / 100));
  return random() < 0.1 ? { target, numerator: null, denominator } : { target, numerator, denominator };
}

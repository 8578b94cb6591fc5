import type { Submission } from '../../domain/duty.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import type { PlanContent, ReportContent } from '../../domain/submission.ts';

export function previousQuarter(quarter: Quarter): Quarter | undefined {
  return quarters[quarters.indexOf(quarter) - 1];
}

export function planOf(submission: Submission | '' | undefined): PlanContent | undefined {
  return submission && submission.content.kind === 'plan' ? submission.content : undefined;
}

export function reportOf(submission: Submission | '' | undefined): ReportContent | undefined {
  return submission && submission.content.kind === 'report' ? submission.content : undefined;
}

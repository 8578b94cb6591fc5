import type { CheckInput } from '../../../domain/check.ts';
import type { PlanContent, ReportContent } from '../../../domain/submission.ts';
import { aCheckOf } from '../../support/builders/check.ts';
import { aPlan, aPlanTask } from '../../support/builders/plan.ts';
import { aReport } from '../../support/builders/report.ts';
import { aUnitPlan } from '../../support/builders/unit-plan.ts';

/** A case of one rule: what is the matter, and whether the rule finds it. Everything else of the submission is in order. */
export interface Situation {
  readonly rule: string;
  readonly says: string;
  readonly input: CheckInput;
  readonly found: boolean;
  /** Rules that the same fault breaks too. */
  readonly also?: readonly string[];
  /** A pointer that the finding has to name. */
  readonly at?: string;
}

/** The province's plan of all situations: one target of each measure, and one task that it gives to the unit. */
export const provincePlan = aPlan().withTasks(aPlanTask()).build();
export const approvedPlan: PlanContent = aUnitPlan({ plan: provincePlan }).build();

export const unitPlan = (): ReturnType<typeof aUnitPlan> => aUnitPlan({ plan: provincePlan });
export const reportOf = (quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4' = 'Q2'): ReturnType<typeof aReport> => aReport({ plan: provincePlan, approved: approvedPlan, quarter });

type More = Partial<Omit<CheckInput, 'content'>>;

/** The check of a unit's plan, or of a report under the approved plan. */
export function checkOf(content: PlanContent | ReportContent, more: More = {}): CheckInput {
  const history = content.kind === 'report' ? { approvedPlan, ...more.history } : (more.history ?? {});
  return aCheckOf(content, { plan: provincePlan, ...more, history });
}

/** A report of the second quarter after the one that `before` gives. */
export function afterReport(before: ReportContent, now: ReportContent): CheckInput {
  return checkOf(now, { history: { previousReport: before } });
}

/** Situations of one rule: `found` ones break it, `fine` ones are at or within the limit. */
export function ofRule(rule: string, cases: { readonly found: readonly Case[]; readonly fine: readonly Case[] }): readonly Situation[] {
  const made = (found: boolean) => ([says, input, more]: Case): Situation => ({ rule, says, input, found, ...more });
  return [...cases.found.map(made(true)), ...cases.fine.map(made(false))];
}

export type Case = readonly [says: string, input: CheckInput, more?: Pick<Situation, 'also' | 'at'>];

import { applicableTargets, tasksOf } from '../../domain/applies.ts';
import { prefillPlan, prefillReport } from '../../domain/prefill.ts';
import type { PlanContent, ReportContent, SubmissionContent, SubmissionKind } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { PlanFile } from '../../plans/schema.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { formOf } from './judge.ts';
import { readForm } from './read.ts';
import { meant } from './nearest.ts';
import { periodIds, periodOf, type NamedPeriod } from './subject.ts';

export interface PrefillOptions {
  readonly kind: SubmissionKind;
  readonly period?: string;
  /** The form filled last period, of either kind. */
  readonly last?: string;
  readonly approved?: string;
}

export interface Prefilled {
  readonly content: SubmissionContent;
  readonly period?: NamedPeriod;
  readonly last: ReportContent | undefined;
}

const usage = (message: string): CommandFailed => new CommandFailed(message, exitStatus.usage);

/** What a unit's form holds before anyone fills it. Ends the command with status 2 for a unit that has no part in the plan, or a period that the plan has not. */
export function prefilled(plan: PlanFile, unit: Unit, options: PrefillOptions): Prefilled {
  const hasPart = plan.units.includes(unit.code) || applicableTargets(plan, unit).length > 0 || tasksOf(plan, unit).length > 0;
  if (!hasPart) throw usage(`--unit: ${unit.name} (${unit.code}) không thực hiện kế hoạch ${plan.id} (chấp nhận: ${plan.units.join(', ')})`);
  const { plan: lastPlan, report: lastReport } = lastOf(options.last, unit);
  if (options.kind === 'plan') {
    if (options.period !== undefined || options.approved !== undefined) throw usage('--period, --approved: chỉ đi với --kind report');
    return { content: prefillPlan({ plan, unit, lastYear: { ...(lastPlan ? { plan: lastPlan } : {}), ...(lastReport ? { report: lastReport } : {}) } }), last: lastReport };
  }
  const period = options.period === undefined ? undefined : periodOf(plan, options.period);
  if (!period) throw usage(`--period: ${options.period === undefined ? 'báo cáo cần kỳ' : `kế hoạch ${plan.id} không có kỳ “${options.period}”${meant(options.period, periodIds(plan))}`} (chấp nhận: ${periodIds(plan).join(', ')})`);
  const approvedPlan = options.approved === undefined ? lastPlan : formOf('plan', options.approved, '--approved');
  // without the unit's own plan, the tasks that the plan gives it
  const content = prefillReport({ plan, unit, period, approvedPlan: approvedPlan ?? prefillPlan({ plan, unit }), ...(lastReport ? { previous: lastReport } : {}) });
  return { content, period, last: lastReport };
}

function lastOf(file: string | undefined, unit: Unit): { readonly plan?: PlanContent; readonly report?: ReportContent } {
  if (file === undefined) return {};
  const { content, lineOf } = readForm(file);
  if (content.unit !== unit.code) throw usage(`${file}:${lineOf(['unit'])} unit: --last cần bản của ${unit.code}, đây là của “${content.unit}”`);
  return content.kind === 'plan' ? { plan: content } : { report: content };
}

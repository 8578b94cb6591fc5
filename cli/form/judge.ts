import type { CheckInput } from '../../domain/check.ts';
import type { PlanContent, ReportContent, SubmissionKind } from '../../domain/submission.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { dayAsked } from './asked.ts';
import { meant } from './nearest.ts';
import { readForm, type FilledForm } from './read.ts';
import { instantOf, periodIds, periodOf, planAndUnits, unitOf } from './subject.ts';

/** What a check of a form is asked with. */
export interface CheckOptions {
  readonly plan?: string;
  readonly at?: string;
  /** The unit's approved plan, as a form. */
  readonly approved?: string;
  /** The form of the period before: a report's last report, a plan's plan of last year. */
  readonly previous?: string;
}

/** A form with everything that it is judged by. */
export interface Subject extends FilledForm {
  readonly input: CheckInput;
}

/** Reads a form and what it is held against. Anything unusable ends the command with status 2. */
export function subjectOf(file: string, options: CheckOptions, now: number): Subject {
  const form = readForm(file);
  const { content } = form;
  const place = (field: string): string => `${file}:${form.lineOf([field])} ${field}`;
  const known = options.plan === undefined ? planAndUnits(content.plan, place('plan')) : planAndUnits(options.plan, '--plan');
  const { plan, units } = known;
  const unit = unitOf(known, content.unit, place('unit'));
  const period = content.kind === 'report' ? periodOf(plan, content.period) : undefined;
  if (content.kind === 'report' && !period) throw new CommandFailed(`${place('period')}: kế hoạch ${plan.id} không có kỳ “${content.period}”${meant(content.period, periodIds(plan))} (chấp nhận: ${periodIds(plan).join(', ')})`, exitStatus.usage);
  const at = instantOf(dayAsked(options.at), plan, period, now);
  return { ...form, input: { content, plan, unit, units, cycleUnits: new Set(plan.units), ...(period ? { period } : {}), at, history: historyOf(content.kind, options), waivers: [] } };
}

function historyOf(kind: SubmissionKind, { approved, previous }: CheckOptions): CheckInput['history'] {
  if (kind === 'plan') {
    if (approved !== undefined) throw new CommandFailed('--approved: chỉ đi với báo cáo', exitStatus.usage);
    return previous === undefined ? {} : { lastYearPlan: formOf('plan', previous, '--previous') };
  }
  return {
    ...(approved === undefined ? {} : { approvedPlan: formOf('plan', approved, '--approved') }),
    ...(previous === undefined ? {} : { previousReport: formOf('report', previous, '--previous') }),
  };
}

/** The content of a form that must be of one kind. */
export function formOf(kind: 'plan', file: string, option: string): PlanContent;
export function formOf(kind: 'report', file: string, option: string): ReportContent;
export function formOf(kind: SubmissionKind, file: string, option: string): PlanContent | ReportContent {
  const { content, lineOf } = readForm(file);
  if (content.kind !== kind) throw new CommandFailed(`${file}:${lineOf(['kind'])} kind: ${option} cần một ${kind === 'plan' ? 'kế hoạch (plan)' : 'báo cáo (report)'}, đây là “${content.kind}”`, exitStatus.usage);
  return content;
}

import { parseDocument, type Document } from 'yaml';
import { thresholdFor } from '../../domain/applies.ts';
import type { Target } from '../../domain/plan.ts';
import type { SubmissionKind } from '../../domain/submission.ts';
import { templateOf } from '../../cli/form/template.ts';
import { loadPlan } from '../../plans/load.ts';

export interface FormOf {
  readonly plan: string;
  readonly unit: string;
  readonly kind: SubmissionKind;
  readonly period?: string;
}

/** How far above its bar a person commits or reports, and out of how many. */
export interface Hand {
  readonly extra: (target: string) => number;
  /** By what is counted, so that two targets of one whole have one denominator. */
  readonly denominator: (whole: string) => number;
}

export const aSteadyHand: Hand = { extra: () => 0, denominator: (whole) => 1007 + whole.length };

/** A template as text. */
export function aTemplate(form: FormOf): string {
  return templateOf(form, 'yaml');
}

/** The template filled by a person who meets every threshold, its comments still there. `edit` has the last word. */
export function filled(form: FormOf, hand: Hand = aSteadyHand, edit: (document: Document) => void = () => undefined): string {
  const document = parseDocument(aTemplate(form));
  const plan = loadPlan(form.plan);
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  document.setIn(['symbol'], form.kind === 'plan' ? '12/KH-UBND' : '45/BC-UBND');
  document.setIn(['focalPoint'], { name: 'Nguyễn Văn A', email: 'a@gialai.gov.vn' });
  const written = document.toJS() as { sections: object; targets: { target: string }[]; tasks: { due?: string }[] };
  for (const section of Object.keys(written.sections)) document.setIn(['sections', section], 'Theo kế hoạch.');
  written.targets.forEach(({ target: id }, index) => {
    const target = targets.get(id);
    if (!target) throw new Error(id);
    const values = form.kind === 'plan' ? { value: committed(target, form.unit, hand) } : reported(target, form.unit, hand);
    for (const [field, value] of Object.entries(values)) document.setIn(['targets', index, field], value);
  });
  written.tasks.forEach((task, index) => {
    const values = form.kind === 'plan' ? { due: task.due ?? `${plan.year}-12-20`, output: 'Báo cáo kết quả' } : { status: 'đang thực hiện', percent: 50, evidence: undefined, doneOn: undefined };
    for (const [field, value] of Object.entries(values)) document.setIn(['tasks', index, field], value);
  });
  edit(document);
  return document.toString({ lineWidth: 0, nullStr: '' });
}

function bar(target: Target, unit: string): number {
  const threshold = thresholdFor(target, unit);
  return target.comparator === 'more-than' ? threshold + 1 : target.comparator === 'less-than' ? threshold - 1 : threshold;
}

function isCap({ comparator }: Target): boolean {
  return comparator === 'at-most' || comparator === 'less-than';
}

/** The share of the way from the bar to the best value. */
function between(target: Target, unit: string, hand: Hand): number {
  const least = bar(target, unit);
  if (target.comparator === 'equal' || target.measure === 'yes-no') return least;
  const best = isCap(target) ? Math.min(1, least) : target.unit === '%' ? Math.max(100, least) : least + 20;
  const value = least + (best - least) * hand.extra(target.id);
  return isCap(target) ? Math.floor(value) : Math.ceil(value);
}

function committed(target: Target, unit: string, hand: Hand): number {
  return between(target, unit, hand);
}

function reported(target: Target, unit: string, hand: Hand): object {
  const value = between(target, unit, hand);
  if (target.measure === 'yes-no') return { answer: 'có', evidence: ['12/QĐ-UBND'] };
  if (target.measure !== 'ratio') return { value };
  const denominator = hand.denominator(target.denominator ?? target.id);
  return { numerator: isCap(target) ? Math.floor((value * denominator) / 100) : Math.ceil((value * denominator) / 100), denominator };
}

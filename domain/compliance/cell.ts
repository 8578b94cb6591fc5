import { thresholdFor } from '../applies.ts';
import type { Duty, Submission } from '../duty.ts';
import type { Target } from '../plan.ts';
import { percentOf, ratioOf } from '../ratio.ts';
import type { DutyState } from '../stages.ts';
import type { TargetFigure } from '../submission.ts';
import type { ComplianceCell } from './report.ts';

const counting: readonly DutyState[] = ['submitted', 'accepted', 'unreviewed'];

/** The submission whose figures count: the latest, unless it was withdrawn, returned, or never came. */
export function countingSubmission(duty: Duty | undefined, submissions: ReadonlyMap<string, Submission>): Submission | undefined {
  return duty && counting.includes(duty.state) ? submissions.get(duty.id) : undefined;
}

/** One target of one unit. The standing is the stored verdict's; without a submission, or unmentioned by it, it is no data. */
export function complianceCell(unit: string, target: Target, duty: Duty | undefined, submission: Submission | undefined): ComplianceCell {
  const figure = submission?.content.kind === 'report' ? submission.content.targets.find((each) => each.target === target.id) : undefined;
  const result = submission?.verdict.results.find((each) => each.target === target.id && each.standing !== undefined);
  return {
    unit,
    target: target.id,
    standing: submission?.verdict.standings[target.id] ?? 'no-data',
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    value: figure ? valueOf(target, figure) : null,
    threshold: result?.threshold ?? thresholdFor(target, unit),
    gap: result?.gap ?? null,
    submission: submission?.id ?? null,
    late: submission !== undefined && duty?.late === true,
  };
}

function valueOf(target: Target, figure: TargetFigure): number | null {
  if (target.measure === 'yes-no') return figure.answer === null || figure.answer === undefined ? (figure.value ?? null) : Number(figure.answer);
  if (target.measure !== 'ratio') return figure.value ?? null;
  const ratio = ratioOf(figure.numerator, figure.denominator);
  return ratio ? Number(percentOf(ratio)) : null;
}

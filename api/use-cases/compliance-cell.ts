import { complianceCell, countingSubmission } from '../../domain/compliance/cell.ts';
import type { ComplianceCell } from '../../domain/compliance/report.ts';
import { isBoundBy } from '../../domain/applies.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Duty, Restatement, Submission } from '../../domain/duty.ts';
import type { Quarter, Target } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import type { Caller } from './caller.ts';
import { reportOf } from './contents.ts';
import type { Desk } from './desk.ts';
import { authorise, stand } from './place.ts';

/** All that one cell of the compliance table rests on. */
export interface CellView {
  readonly cycle: Cycle;
  readonly duty: Duty;
  readonly unit: Unit;
  readonly target: Target;
  readonly cell: ComplianceCell;
  /** The submission whose figures count; without one, the duty's state says why. */
  readonly submission: Submission | undefined;
  /** What the unit typed. */
  readonly figure: TargetFigure | undefined;
  /** What the check found about the target, with inputs, formula, threshold, gap and the plan's words. */
  readonly results: readonly RuleResult[];
  /** Corrections of the figure since the round's report was frozen. */
  readonly restatements: readonly Restatement[];
}

/** One target of one unit in one quarter. `not-found` for a target that does not bind the unit. */
export async function explainCell(desk: Desk, caller: Caller, { target: id, ...place }: { cycle: string; unit: string; quarter: Quarter; target: string }): Promise<CellView> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'submission.read', cycle, duty.unit);
  const [plan, units] = await Promise.all([desk.registers.plan(cycle.planHash), desk.registers.units()]);
  const [target, unit] = [plan.targets.find((each) => each.id === id), units.get(place.unit)];
  if (!target || !unit || !isBoundBy(target, unit)) throw new Refused('not-found', { figures: { subject: `${duty.id}/${id}` } });
  const latest = await desk.record.read.submissions.latestOf(duty.id);
  const submission = countingSubmission(duty, new Map(latest ? [[duty.id, latest]] : []));
  const restatements = await desk.record.read.quarterRounds.restatements(cycle.id, place.quarter);
  return {
    cycle, duty, unit, target, submission, cell: complianceCell(unit.code, target, duty, submission),
    figure: reportOf(submission)?.targets.find((each) => each.target === id),
    results: (submission?.verdict.results ?? []).filter((each) => each.target === id),
    restatements: restatements.filter((each) => each.unit === unit.code && each.target === id),
  };
}

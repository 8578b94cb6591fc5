import { continueAsNew } from '@temporalio/workflow';
import type { DutyView } from '../domain/views.ts';
import { record } from './activities.ts';
import { during, follow, goesOn, type Following } from './following.ts';
import type { WorkflowInput } from './messages/inputs.ts';

/** One unit's plan, from its draft to the decision: one run per round. */
export async function unitPlan(input: WorkflowInput): Promise<void> {
  const plan = await follow(input, record.readDuty);
  await awaitSubmission(plan);
  await appraise(plan);
  await conclude(plan);
  await decide(plan);
  if (await goesOn(plan, (view) => view.isOpen)) await continueAsNew<typeof unitPlan>(input);
}

const { remind, lapse, startAppraisal, requestConclusion } = record;
const nextRung = ({ rungs }: DutyView): number | null => rungs[0]?.at ?? null;

/** The unit writes, and is reminded by the ladder. */
function awaitSubmission(plan: Following<DutyView>): Promise<void> {
  return during(plan, ['draft', 'returned'], (view) => ({ lapse: view.closesAt, remind: nextRung(view) }), { lapse, remind });
}

/** Every appraiser is asked at once; the conclusion is requested when all have answered, or when those who are silent were escalated. */
function appraise(plan: Following<DutyView>): Promise<void> {
  return during(
    plan, ['submitted', 'appraisal'],
    (view) => ({ lapse: view.closesAt, startAppraisal: view.appraisalAt, remind: nextRung(view), requestConclusion: view.conclusionAt }),
    { lapse, startAppraisal, remind, requestConclusion },
  );
}

/** The lead appraiser finds the plan fit for approval, or returns it. */
function conclude(plan: Following<DutyView>): Promise<void> {
  return during(plan, ['conclusion'], (view) => ({ lapse: view.closesAt, remind: nextRung(view) }), { lapse, remind });
}

/** The approver approves, refuses or returns what was appraised. */
function decide(plan: Following<DutyView>): Promise<void> {
  return during(plan, ['approval'], (view) => ({ lapse: view.closesAt, remind: nextRung(view) }), { lapse, remind });
}

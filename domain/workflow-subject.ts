import { parseDutyId } from './ids.ts';
import type { WorkflowType } from './outbox.ts';
import { quarters, type Quarter } from './plan.ts';

/** What a workflow is about, read from its id. */
export type WorkflowSubject =
  | { readonly type: 'annualCycle'; readonly cycle: string }
  | { readonly type: 'quarterRound'; readonly cycle: string; readonly quarter: Quarter }
  | { readonly type: 'unitPlan' | 'unitReport'; readonly cycle: string; readonly duty: string }
  | { readonly type: 'directive'; readonly cycle: string; readonly number: number };

/** Undefined when the id is none of those that `ids.ts` builds for a workflow of the record. */
export function findSubject(workflowId: string): WorkflowSubject | undefined {
  const duty = parseDutyId(workflowId);
  if (duty) return { type: dutyWorkflowType(duty.kind), cycle: duty.cycle, duty: workflowId };
  const [kind, cycle, third, ...rest] = workflowId.split('/');
  if (!cycle || rest.length > 0) return undefined;
  if (kind === 'cycle' && third === undefined) return { type: 'annualCycle', cycle };
  if (kind === 'directive') return third !== undefined && /^[1-9]\d{0,8}$/.test(third) ? { type: 'directive', cycle, number: Number(third) } : undefined;
  const quarter = quarters.find((each) => each === third);
  return kind === 'quarter' && quarter ? { type: 'quarterRound', cycle, quarter } : undefined;
}

/** Throws RangeError for an id of another kind. */
export function getSubject(workflowId: string): WorkflowSubject {
  const subject = findSubject(workflowId);
  if (!subject) throw new RangeError(`Not the id of a workflow: ${JSON.stringify(workflowId)}`);
  return subject;
}

export function dutyWorkflowType(kind: 'plan' | 'report'): Extract<WorkflowType, 'unitPlan' | 'unitReport'> {
  return kind === 'plan' ? 'unitPlan' : 'unitReport';
}

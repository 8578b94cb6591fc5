import type { Instant } from './date.ts';

/** Kinds of workflow that the relay may have to start; the same names as the exported workflow functions. */
export const workflowTypes = ['annualCycle', 'unitPlan', 'quarterRound', 'unitReport', 'directive'] as const;
export type WorkflowType = (typeof workflowTypes)[number];

/**
 * A message to a workflow, written in the transaction of the act it tells of. Ids travel, documents do not:
 * the workflow reads the record again. Delivered at least once, in order per workflow.
 */
export interface OutboxMessage {
  readonly id: number;
  readonly workflowId: string;
  readonly workflowType: WorkflowType;
  /** The act, for histories that read well. */
  readonly act: string;
  /** Version of the subject after the act. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly attempts: number;
}

export type NewOutboxMessage = Pick<OutboxMessage, 'workflowId' | 'workflowType' | 'act' | 'version'>;

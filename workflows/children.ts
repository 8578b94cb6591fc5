import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { executeChild, ParentClosePolicy, startChild } from '@temporalio/workflow';
import { shardWorkflowId } from '../domain/ids.ts';
import type { ShardInput, WorkflowInput } from './messages/inputs.ts';

/*
 * Children have fixed ids and are abandoned: they outlive their parent, whose continue-as-new would end them otherwise.
 * One that runs already is the one that was wanted.
 */
const parentClosePolicy = ParentClosePolicy.ABANDON;

/** Starts the round of a quarter and does not wait for its end. */
export async function beginQuarter(input: WorkflowInput): Promise<void> {
  await unlessRunning(() => startChild('quarterRound', { workflowId: input.id, args: [input], parentClosePolicy }));
}

/** Runs one shard to its end, which comes when its workflows have been started. */
export async function runShard(input: ShardInput): Promise<void> {
  await unlessRunning(() => executeChild('shard', { workflowId: shardWorkflowId(input.parent, input.shard), args: [input], parentClosePolicy }));
}

async function unlessRunning(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

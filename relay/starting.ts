import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { StartWorkflow } from '../domain/ports/workflows.ts';

export function startWorkflows(client: Client, taskQueue: string): StartWorkflow {
  return async (type, input) => {
    try {
      await client.workflow.start(type, { workflowId: input.id, taskQueue, args: [input] });
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  };
}

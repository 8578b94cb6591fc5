import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { ProbeWorkflows, WorkflowHealth } from '../../api/use-cases/readiness.ts';

/** What is asked of the workflow server is asked with this patience, and not more often. */
const deadlineMs = 500;
const freshForMs = 2_000;
/** A worker that has polled within this time is there: polls last up to 60 s. */
const pollerFreshMs = 90_000;

export interface Workflows {
  readonly probe: ProbeWorkflows;
  readonly close: () => Promise<void>;
}

/** Asks the workflow server whether it answers and whether a worker polls it. The connection is made when first needed, and being away is an answer. */
export function probeWorkflows({ address, namespace, taskQueue }: { address: string; namespace: string; taskQueue: string }): Workflows {
  const connection = Connection.lazy({ address, connectTimeout: deadlineMs });
  let kept: { readonly at: number; readonly health: Promise<WorkflowHealth> } | undefined;

  const ask = async (): Promise<WorkflowHealth> => {
    try {
      const queue = await connection.withDeadline(Date.now() + deadlineMs, () =>
        connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW }));
      const since = Date.now() - pollerFreshMs;
      return { server: true, worker: (queue.pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 >= since) };
    } catch {
      return { server: false, worker: false };
    }
  };

  return {
    probe: () => {
      if (!kept || Date.now() - kept.at > freshForMs) kept = { at: Date.now(), health: ask() };
      return kept.health;
    },
    close: () => connection.close(),
  };
}

import type { CycleClock } from '../domain/cycle-clock.ts';
import { inParallel } from '../domain/in-parallel.ts';
import type { StartWorkflow } from '../domain/ports/workflows.ts';
import type { WorkflowType } from '../domain/outbox.ts';
import { bulkActivity, type BulkDeps } from './bulk.ts';

export interface StartingDeps extends BulkDeps {
  readonly start: StartWorkflow;
}

const concurrency = 20;

/**
 * Starts the workflows of many duties. As children each would cost its parent two events and a task of its own, which
 * takes twice as long; fixed ids make it as safe: what runs already is left alone, so the whole list may be tried again.
 */
export function createStartingActivities({ start, heartbeat }: StartingDeps) {
  return {
    startWorkflows: bulkActivity(heartbeat, async (type: WorkflowType, ids: readonly string[], clock: CycleClock): Promise<void> => {
      await inParallel(ids, concurrency, (id) => start(type, { id, clock }));
    }),
  };
}

import type { CycleClock } from '../cycle-clock.ts';
import type { WorkflowType } from '../outbox.ts';

/** Starts a workflow that begins where the record stands. False when one with this id runs already: then that is the one. */
export type StartWorkflow = (type: WorkflowType, input: { readonly id: string; readonly clock: CycleClock }) => Promise<boolean>;

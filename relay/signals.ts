import type { WorkflowType } from '../domain/outbox.ts';
import type { WorkflowInput } from '../workflows/messages/inputs.ts';
import type { Recorded } from '../workflows/messages/recorded.ts';

/** The workflow server does not answer in time: no message will get through now. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}

/** How messages reach workflows. Throws `ServerAway`, or whatever is wrong with the one message. */
export interface Signals {
  /** Starts the workflow when it does not run. */
  signalWithStart(type: WorkflowType, input: WorkflowInput, message: Recorded): Promise<void>;
  /** False when it does not run: what it was to be told stands in the record. */
  signalIfRunning(workflowId: string, message: Recorded): Promise<boolean>;
}

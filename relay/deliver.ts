import type { OutboxMessage } from '../domain/outbox.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { findAccompanied } from './accompanied.ts';
import type { Signals } from './signals.ts';

/** What became of the messages of one workflow: those after the first that failed were not tried. */
export interface Delivery {
  readonly delivered: readonly number[];
  readonly failed: readonly OutboxMessage[];
  readonly error?: unknown;
}

/**
 * Signals one workflow, in the order of the record. A workflow that should run is started by its message; one whose
 * subject has ended is told if it still runs, and otherwise there is nobody left to tell.
 */
export async function deliver({ read, signals }: { readonly read: Repositories; readonly signals: Signals }, messages: readonly OutboxMessage[]): Promise<Delivery> {
  const delivered: number[] = [];
  try {
    for (const { id, workflowId, workflowType, act, version } of messages) {
      const accompanied = await findAccompanied(read, workflowId);
      const message = { message: id, act, version };
      if (accompanied?.shouldRun) await signals.signalWithStart(workflowType, { id: workflowId, clock: accompanied.clock }, message);
      else if (accompanied) await signals.signalIfRunning(workflowId, message);
      delivered.push(id);
    }
    return { delivered, failed: [] };
  } catch (error) {
    return { delivered, failed: messages.slice(delivered.length), error };
  }
}

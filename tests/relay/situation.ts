import type { RecordStore } from '../../domain/ports/record.ts';
import type { Recorded } from '../../workflows/messages/recorded.ts';
import type { Signals } from '../../relay/signals.ts';

export interface Told extends Recorded {
  readonly workflowId: string;
  readonly started: boolean;
}

/** Workflows that remember what they were told. `fail` is asked before each delivery. */
export function rememberingSignals(fail: (workflowId: string, message: Recorded) => Error | undefined = () => undefined): Signals & { readonly told: readonly Told[] } {
  const told: Told[] = [];
  const tell = (workflowId: string, message: Recorded, started: boolean): void => {
    const error = fail(workflowId, message);
    if (error) throw error;
    told.push({ ...message, workflowId, started });
  };
  return {
    told,
    signalWithStart: async (_, input, message) => tell(input.id, message, true),
    signalIfRunning: async (workflowId, message) => {
      tell(workflowId, message, false);
      return true;
    },
  };
}

export function append(record: RecordStore, workflowId: string, ...versions: readonly number[]): Promise<void> {
  return record.write((tx) => tx.outbox.append(versions.map((version) => ({ workflowId, workflowType: 'unitPlan', act: 'submit', version })), 0));
}

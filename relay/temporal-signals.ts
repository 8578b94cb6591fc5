import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { recordedSignal } from '../workflows/messages/recorded.ts';
import { ServerAway, type Signals } from './signals.ts';

/** A call that is not answered so soon is tried again later: the client's own patience would be twenty seconds. */
const deadlineMs = 2_000;

/** gRPC: cancelled, deadline exceeded, resource exhausted, unavailable. */
const awayCodes: readonly number[] = [1, 4, 8, 14];

export function temporalSignals(client: Client, taskQueue: string): Signals {
  const soon = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await client.connection.withDeadline(Date.now() + deadlineMs, call);
    } catch (error) {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      if (isGrpcServiceError(cause) && awayCodes.includes(cause.code)) throw new ServerAway(cause.message, { cause: error });
      throw error;
    }
  };
  return {
    async signalWithStart(type, input, message) {
      await soon(() => client.workflow.signalWithStart(type, { workflowId: input.id, taskQueue, args: [input], signal: recordedSignal, signalArgs: [message] }));
    },
    async signalIfRunning(workflowId, message) {
      try {
        await soon(() => client.workflow.getHandle(workflowId).signal(recordedSignal, message));
        return true;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}

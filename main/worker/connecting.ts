import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

/** The two connections of a worker process: the worker's own, and the client's, which keeps deadlines. */
export interface Connections {
  readonly connection: NativeConnection;
  readonly client: Client;
  close(): Promise<void>;
}

/** A channel that has been down for hours is tried again as soon as one that has been down for seconds. */
const soonAgain = { 'grpc.initial_reconnect_backoff_ms': 250, 'grpc.max_reconnect_backoff_ms': 2_000 };

/** Throws when the workflow server cannot be reached. */
export async function connect({ address, namespace }: { readonly address: string; readonly namespace: string }): Promise<Connections> {
  const forClient = await Connection.connect({ address, connectTimeout: 2_000, channelArgs: soonAgain });
  try {
    const connection = await NativeConnection.connect({ address });
    return {
      connection,
      client: new Client({ connection: forClient, namespace }),
      async close() {
        await Promise.all([connection.close(), forClient.close()]);
      },
    };
  } catch (error) {
    await forClient.close();
    throw error;
  }
}

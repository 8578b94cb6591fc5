import type { Client } from '@temporalio/client';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import type { RecordStore } from '../../domain/ports/record.ts';
import { rebuildWorkflows } from '../../relay/rebuild.ts';
import { createRelay, type Relay } from '../../relay/relay.ts';
import { startWorkflows } from '../../relay/starting.ts';
import { temporalSignals } from '../../relay/temporal-signals.ts';
import { realActivities } from './activities.ts';

export interface CrewOptions {
  readonly record: RecordStore;
  /** The worker's own connection. */
  readonly connection: NativeConnection;
  /** How long contents of mails are kept. */
  readonly mailsKeptMs?: number;
  /** What the relay signals with: a connection that keeps deadlines, which the worker's does not. */
  readonly client: Client;
  readonly taskQueue: string;
  readonly workflows: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'>;
  readonly onOutage?: (error: unknown) => void;
  readonly onRecovery?: () => void;
}

/** A worker and a relay over one connection and one record. */
export interface Crew {
  readonly worker: Worker;
  readonly relay: Relay;
  /** Works until `stop`; rejects when the worker cannot go on. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/*
 * Sized for one machine of two cores that also runs the workflow server: histories are short, so a workflow that is not
 * cached costs one replay of a few events. Local activities take turns at one database anyway. For the same reason what was to go to a worker that died goes to any
 * other after three seconds, not ten.
 */
const size = {
  maxCachedWorkflows: 250,
  workflowThreadPoolSize: 1,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 40,
  maxConcurrentActivityTaskExecutions: 4,
  stickyQueueScheduleToStartTimeout: '3 seconds',
  shutdownGraceTime: '3 seconds',
} as const satisfies WorkerOptionsSubset;

type WorkerOptionsSubset = Omit<WorkerOptions, 'taskQueue'>;

export async function createCrew({ record, connection, client, taskQueue, workflows, mailsKeptMs, ...notices }: CrewOptions): Promise<Crew> {
  const { namespace } = client.options;
  const activities = realActivities(record, { start: startWorkflows(client, taskQueue), rebuild: () => rebuildWorkflows({ record, client, taskQueue }), ...(mailsKeptMs === undefined ? {} : { mailsKeptMs }) });
  const worker = await Worker.create({ connection, namespace, taskQueue, ...workflows, activities, ...size });
  const relay = createRelay({ record, signals: temporalSignals(client, taskQueue), ...notices });
  let running: Promise<unknown> = Promise.resolve();
  return {
    worker,
    relay,
    run() {
      const both = Promise.all([worker.run(), relay.run()]).then(() => undefined);
      running = both.catch(() => undefined);
      return both;
    },
    async stop() {
      await relay.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}

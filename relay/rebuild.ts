import type { Client } from '@temporalio/client';
import { inParallel } from '../domain/in-parallel.ts';
import { workflowTypes } from '../domain/outbox.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import { listWanted } from './open-subjects.ts';
import { startWorkflows } from './starting.ts';

export interface RebuildOptions {
  readonly record: Pick<RecordStore, 'read'>;
  readonly client: Client;
  readonly taskQueue: string;
}

export interface Rebuilt {
  /** Open cycles, rounds, duties and directives. */
  readonly checked: number;
  /** Those that had no workflow and have one now. */
  readonly started: number;
}

const concurrency = 20;

/** Gives a workflow to every open cycle, round, duty and directive that has none; it begins where the record stands. Done twice, the second time starts nothing. */
export async function rebuildWorkflows({ record, client, taskQueue }: RebuildOptions): Promise<Rebuilt> {
  const wanted = await listWanted(record.read);
  const running = await listRunning(client);
  const missing = wanted.filter(({ input }) => !running.has(input.id));
  const start = startWorkflows(client, taskQueue);
  const started = await inParallel(missing, concurrency, ({ type, input }) => start(type, input));
  return { checked: wanted.length, started: started.filter(Boolean).length };
}

/** What visibility says, which may lag behind: a workflow that it misses is found out when it is started again. */
async function listRunning(client: Client): Promise<ReadonlySet<string>> {
  const types = workflowTypes.map((type) => `'${type}'`).join(', ');
  const running = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running' AND WorkflowType IN (${types})` })) running.add(workflowId);
  return running;
}

import { Client, Connection } from '@temporalio/client';
import { loadEnv } from '../config/env.ts';
import { findRunningSystem } from '../main/supervise/run-file.ts';
import { rebuildWorkflows } from '../relay/rebuild.ts';
import { CommandFailed } from './exit.ts';
import { printResult } from './output.ts';
import { dataFolder, withRecord } from './record.ts';

const deadlineMs = 5_000;

/** `chutrinh workflows rebuild`. A second run starts nothing. */
export async function rebuild({ data, json = false }: { data?: string; json?: boolean }): Promise<void> {
  const env = loadEnv(process.env);
  const address = env.TEMPORAL_ADDRESS ?? findRunningSystem(dataFolder(data))?.temporalAddress;
  if (!address) throw new CommandFailed('No workflow server: start the system (npm start), or set TEMPORAL_ADDRESS');
  const connection = await Connection.connect({ address, connectTimeout: deadlineMs }).catch((error: unknown) => {
    throw new CommandFailed(`The workflow server at ${address} does not answer (${error instanceof Error ? error.message : String(error)})`);
  });
  try {
    const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE });
    const result = await withRecord(data, (record) => rebuildWorkflows({ record, client, taskQueue: env.TEMPORAL_TASK_QUEUE }));
    printResult(json, result, [`${result.checked} open cycles, rounds and duties; ${result.started} workflows started.`]);
  } finally {
    await connection.close();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { everyPage } from '../../cli/rehearse/result/every-page.ts';
import { isOpen } from '../../domain/stages.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { verifyAudit } from '../../prisma/audit-chain.ts';

/** A submission as its unit was told that it is stored. */
export interface Receipt {
  readonly submission: string;
  readonly hash: string;
}

export interface Aftermath {
  readonly record: RecordStore;
  readonly cycle: string;
  readonly receipts: readonly Receipt[];
  readonly temporalAddress: string;
  readonly namespace: string;
}

/** Everything that must hold after a year, whatever was killed in it; empty when it does. */
export async function violations(after: Aftermath): Promise<readonly string[]> {
  return [...(await lostReceipts(after)), ...(await openEnds(after)), ...(await twiceReminded(after)), ...(await brokenChain(after)), ...(await runningWorkflows(after))];
}

/** Acknowledged is stored. */
async function lostReceipts({ record, receipts }: Aftermath): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { submission, hash } of receipts) {
    const stored = await record.read.submissions.find(submission);
    if (stored?.hash !== hash) lost.push(`acknowledged and not stored: ${submission}`);
  }
  return lost;
}

async function openEnds({ record, cycle }: Aftermath): Promise<readonly string[]> {
  const state = (await record.read.cycles.find(cycle))?.state;
  const open = (await record.read.duties.all({ cycle })).filter((duty) => isOpen(duty.kind, duty.state));
  return [...(state === 'closed' ? [] : [`the cycle is ${state ?? 'not there'}`]), ...open.map((duty) => `still open: ${duty.id} (${duty.state})`)];
}

/** One rung reaches one audience once: what goes out is what was newly recorded. */
async function twiceReminded({ record, cycle }: Aftermath): Promise<readonly string[]> {
  const reminders = await everyPage((page) => record.read.reminders.list({ cycle }, page));
  const keys = reminders.map((each) => `${each.duty ?? each.directive} ${each.rung} ${each.to}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `reminded twice: ${key}`);
}

async function brokenChain({ record }: Aftermath): Promise<readonly string[]> {
  const { intact, firstBroken } = await verifyAudit(record);
  return intact ? [] : [`audit chain broken at row ${firstBroken?.id ?? '?'}`];
}

const patienceMs = 180_000;

/** Visibility lags behind a little, and a restarted part needs its moments. */
async function runningWorkflows({ cycle, temporalAddress, namespace }: Aftermath): Promise<readonly string[]> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const client = new Client({ connection, namespace });
    for (const end = Date.now() + patienceMs; ; await sleep(500)) {
      const running: string[] = [];
      for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Running'" })) if (workflowId.includes(cycle)) running.push(workflowId);
      if (running.length === 0 || Date.now() > end) return running.map((id) => `still running: ${id}`);
    }
  } finally {
    await connection.close();
  }
}

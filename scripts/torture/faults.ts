import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { realAt } from '../../domain/cycle-clock.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { files } from '../../main/supervise/data-folder.ts';
import type { System } from '../../main/supervise/system.ts';
import { rebuildWorkflows } from '../../relay/rebuild.ts';

export type Part = 'temporal' | 'worker' | 'server';

/** Something that happens to the machines at a moment of the cycle's calendar. */
export type Fault =
  | { readonly kind: 'kill'; readonly parts: readonly Part[]; readonly at: Instant; readonly afterMs: number }
  | { readonly kind: 'away'; readonly part: Part; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'lose-store'; readonly at: Instant };

export interface Ground {
  readonly system: System;
  readonly record: RecordStore;
  readonly cycle: Cycle;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Does all of them, each at its time. */
export async function inflict(ground: Ground, faults: readonly Fault[]): Promise<void> {
  await Promise.all(faults.map((fault) => inflictOne(ground, fault)));
}

async function until({ cycle, signal }: Ground, at: Instant, afterMs = 0): Promise<void> {
  await sleep(Math.max(0, realAt(cycle.clock, at) + afterMs - Date.now()), undefined, { signal });
}

async function inflictOne(ground: Ground, fault: Fault): Promise<void> {
  const { system, say } = ground;
  switch (fault.kind) {
    case 'kill':
      await until(ground, fault.at, fault.afterMs);
      for (const part of fault.parts) system.kill(part);
      say(`kill -9 ${fault.parts.join(', ')}`);
      return;
    case 'away':
      await until(ground, fault.from);
      await system.stop(fault.part);
      say(`${fault.part} away`);
      await until(ground, fault.to);
      await system.start(fault.part);
      say(`${fault.part} back`);
      return;
    case 'lose-store':
      await until(ground, fault.at);
      await loseStore(ground);
  }
}

/** What an operator does whose workflow server has lost its file: start it empty, rebuild from the record, and once more to see that nothing is left. */
async function loseStore({ system, record, namespace, taskQueue, say }: Ground): Promise<void> {
  await system.stop('temporal');
  const { temporal } = files(system.data);
  for (const suffix of ['', '-wal', '-shm']) rmSync(temporal + suffix, { force: true });
  await system.start('temporal');
  const connection = await Connection.connect({ address: system.temporalAddress });
  try {
    const client = new Client({ connection, namespace });
    const first = await rebuildWorkflows({ record, client, taskQueue });
    say(`workflow store deleted, ${first.started} of ${first.checked} workflows rebuilt`);
  } finally {
    await connection.close();
  }
}

import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { files } from '../../main/supervise/data-folder.ts';
import { rebuildWorkflows, type Rebuilt } from '../../relay/rebuild.ts';
import { residentMb } from './system/memory.ts';
import { startProvince, type Province } from './system/province.ts';
import { untilWaiting } from './system/waiting.ts';

export interface LaunchBench {
  readonly method: string;
  readonly units: number;
  /** From the request that publishes the guidance. */
  readonly visibleMs: number;
  readonly waitingMs: number;
  readonly workerMb: number;
  readonly serverMb: number;
  /** Of an empty workflow store, from the record. */
  readonly rebuild?: Rebuilt & { readonly startedMs: number; readonly waitingMs: number };
}

const method = 'All parts as real processes on a fresh folder. From the request that publishes the guidance: until the API counts every unit\'s duty; until Temporal counts every unit\'s workflow as '
  + 'running and a spread sample of 40 answers that it has read its duty and waits for its next date. Memory: VmRSS then. Rebuild: Temporal stopped, its file deleted, started empty; from the call '
  + 'until every workflow is started, and until it waits.';

/** One launch of so many units, and, if wanted, the rebuild of their workflows. */
export async function benchLaunch(units: number, { withRebuild = false }: { withRebuild?: boolean } = {}): Promise<LaunchBench> {
  const province = await startProvince(units);
  try {
    const cycle = await province.launch();
    const began = performance.now();
    await province.secretariat.post(`/cycles/${cycle}/guidance`, {}, 'guidance');
    await untilVisible(province, cycle);
    const visibleMs = Math.round(performance.now() - began);
    await untilWaiting(province, cycle);
    const waitingMs = Math.round(performance.now() - began);
    const [workerMb, serverMb] = [residentMb(province.system.pid('worker')), residentMb(province.system.pid('server'))];
    return { method, units, visibleMs, waitingMs, workerMb, serverMb, ...(withRebuild ? { rebuild: await benchRebuild(province, cycle) } : {}) };
  } finally {
    await province.stop();
  }
}

async function untilVisible({ secretariat, units }: Province, cycle: string): Promise<void> {
  for (;;) {
    const { body } = await secretariat.get<{ total: number }>(`/cycles/${cycle}/duties?kind=plan&limit=1`);
    if (body.total >= units.length) return;
    await sleep(20);
  }
}

async function benchRebuild(province: Province, cycle: string): Promise<NonNullable<LaunchBench['rebuild']>> {
  const { system, record, temporal, taskQueue } = province;
  await system.stop('temporal');
  const { temporal: store } = files(system.data);
  for (const suffix of ['', '-wal', '-shm']) rmSync(store + suffix, { force: true });
  await system.start('temporal');
  const began = performance.now();
  const rebuilt = await rebuildWorkflows({ record, client: temporal, taskQueue });
  const startedMs = Math.round(performance.now() - began);
  await untilWaiting(province, cycle);
  return { ...rebuilt, startedMs, waitingMs: Math.round(performance.now() - began) };
}

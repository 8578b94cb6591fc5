import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { files } from '../../main/supervise/data-folder.ts';
import { migrate } from '../../prisma/migrate.ts';
import { openRecord } from '../../prisma/client.ts';
import { temporalAddress } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { steer } from './people.ts';
import { aCycle, fillRecord } from './province.ts';

let data: string;
let worker: ChildProcess | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'chutrinh-worker-'));
  migrate(files(data).record);
});
afterEach(() => {
  worker?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** The worker as `npm start` runs it. */
function start(env: Readonly<Record<string, string>>): { readonly ready: Promise<unknown>; readonly said: (words: string) => Promise<void>; readonly exit: Promise<number | null> } {
  const program = join(import.meta.dirname, '..', '..', 'main', 'worker.ts');
  worker = spawn(process.execPath, ['--import', 'tsx', program], { env: { ...process.env, CHUTRINH_DATA: data, LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let output = '';
  worker.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = async (words: string): Promise<void> => void (await until(words, async () => output.includes(words), 60_000));
  return { said, ready: once(worker, 'message'), exit: once(worker, 'exit').then(([code]) => code as number | null) };
}

describe('the worker process', () => {
  it('says when it is ready, works, offers its health, and ends cleanly', async () => {
    const cycle = aCycle(clockFrom('2021-10-04', 60_000));
    const record = await openRecord({ file: files(data).record });
    await fillRecord(record, cycle, ['so-a', 'so-b']);
    const port = 20_000 + (process.pid % 20_000);
    const { ready, exit } = start({ TEMPORAL_ADDRESS: await temporalAddress(), TEMPORAL_TASK_QUEUE: `worker-${cycle.id}`, WORKER_PORT: String(port) });
    expect((await ready) as unknown[]).toEqual([{ type: 'ready' }, undefined]);
    await steer(record, cycle.id, 'publishGuidance', cycle.createdAt);
    await until('its drafts are open', async () => (await record.read.duties.count({ cycle: cycle.id })) === 2);
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toEqual({ state: 'RUNNING' });
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('chutrinh_outbox_messages');
    worker?.kill('SIGTERM');
    expect(await exit).toBe(0);
    await record.close();
  });

  it('waits for a workflow server that is away, and ends when it is told to', async () => {
    const { ready, said, exit } = start({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await said('waiting for the workflow server');
    expect(await Promise.race([ready, exit, sleep(1_000, 'still waiting')])).toBe('still waiting');
    worker?.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});

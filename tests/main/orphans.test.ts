import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startSystem } from '../../main/supervise/system.ts';
import { until } from '../support/until.ts';
import { isAlive } from '../../main/supervise/process.ts';
import { exitStatus } from '../../cli/exit.ts';

it('nothing outlives a supervisor that is killed, and another one can start on its folder at once', async () => {
  const data = mkdtempSync(join(tmpdir(), 'chutrinh-orphans-'));
  const env = { ...process.env, PORT: '0', TEMPORAL_PORT: '0', CHUTRINH_DATA: data };
  const supervisor = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'programs', 'supervisor.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => createInterface({ input: supervisor.stdout }).once('line', resolve));
  const pids = JSON.parse(line) as readonly number[];
  expect(pids.map(isAlive)).toEqual([true, true, true]);

  supervisor.kill('SIGKILL');
  await new Promise((resolve) => supervisor.once('exit', resolve));
  const programs = { prepare: 'tests/main/programs/prepare.ts', worker: 'tests/main/programs/worker.ts', server: 'tests/main/programs/server.ts' };
  const next = await startSystem({ env, programs });
  await next.stop();
  for (const end = Date.now() + 10_000; Date.now() < end && pids.some(isAlive); ) await sleep(50);
  expect(pids.filter(isAlive)).toEqual([]);
  rmSync(data, { recursive: true, force: true });
});

it('a rehearsal does not outlive its server', async () => {
  const server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'programs', 'rehearsing.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await new Promise<string>((resolve) => createInterface({ input: server.stdout }).once('line', resolve)));
  expect(isAlive(pid)).toBe(true);
  server.kill('SIGKILL');
  await until('the end of the rehearsal', async () => !isAlive(pid));
});

it('the command that rehearses stops as when it is interrupted once whoever started it is gone', async () => {
  const data = mkdtempSync(join(tmpdir(), 'chutrinh-orphans-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/bin.ts', 'rehearse', '--data', data, '--units', '3', '--minutes', '30', '--json'], { cwd: join(import.meta.dirname, '..', '..'), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const over = Promise.all([once(child, 'exit'), child.stderr && once(child.stderr, 'end')]);
  child.disconnect();
  await over;
  expect([child.exitCode, said]).toEqual([exitStatus.interrupted, expect.stringContaining('nothing is left running')]);
  rmSync(data, { recursive: true, force: true });
});

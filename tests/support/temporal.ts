import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { inject } from 'vitest';
import { claimPort } from '../../main/supervise/ports.ts';
import { provideTemporal } from '../../scripts/setup/temporal.mjs';

/** Address of a real workflow server: `TEMPORAL_ADDRESS`, or the one of this run, which the first test that asks starts in memory. */
export async function temporalAddress(): Promise<string> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return given;
  const folder = inject('temporalFolder');
  const file = join(folder, 'address');
  if (isFirst(join(folder, 'starting'))) await start(folder, file);
  while (!existsSync(file)) await sleep(50);
  return readFileSync(file, 'utf8');
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

async function start(folder: string, file: string): Promise<void> {
  const binary = await provideTemporal();
  if (binary === undefined) throw new Error('No Temporal program');
  const [port, httpPort, metricsPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = ['--port', String(port), '--http-port', String(httpPort), '--metrics-port', String(metricsPort)];
  const child = spawn(binary, ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', ...ports, '--log-level', 'error'], { detached: true, stdio: 'ignore' });
  child.unref();
  writeFileSync(join(folder, 'pid'), String(child.pid));
  const address = `127.0.0.1:${port}`;
  await isServing(address);
  writeFileSync(`${file}.new`, address);
  renameSync(`${file}.new`, file);
}

async function isServing(address: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 500 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      return await connection.close();
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`The workflow server at ${address} does not come up`);
}

const freePort = (): Promise<number> => claimPort({ host: '127.0.0.1', port: 0, variable: 'TEMPORAL_ADDRESS', what: 'workflow server of the tests' });

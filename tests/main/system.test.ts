import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { files } from '../../main/supervise/data-folder.ts';
import { isAlive } from '../../main/supervise/process.ts';
import { findRunningSystem } from '../../main/supervise/run-file.ts';
import { startSystem, type System, type SystemOptions } from '../../main/supervise/system.ts';

const programs = { prepare: 'tests/main/programs/prepare.ts', worker: 'tests/main/programs/worker.ts', server: 'tests/main/programs/server.ts' };

let data: string;
let lines: string[];
let system: System | undefined;

const start = (env: Record<string, string> = {}, options: Partial<SystemOptions> = {}): Promise<System> =>
  startSystem({
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', TEMPORAL_PORT: '0', CHUTRINH_DATA: data, ...env },
    programs,
    onLine: (part, line) => lines.push(`${part}: ${line}`),
    ...options,
  });

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(25)) if (await isSo()) return;
  throw new Error(`never: ${what}\n${lines.join('\n')}`);
}

const answers = (address: string): Promise<boolean> => fetch(`${address}/healthz`).then(({ ok }) => ok, () => false);

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => console.log(lines.join('\n')));
  data = mkdtempSync(join(tmpdir(), 'chutrinh-system-'));
  lines = [];
  system = undefined;
});

afterEach(async () => {
  await system?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('a system', () => {
  it('serves once it has started, and tells other programs where', async () => {
    system = await start();
    expect(await answers(system.address)).toBe(true);
    expect(system.prepared).toBe('prepared\n');
    expect(lines).toContain('worker: worker ready');
    expect(findRunningSystem(data)).toMatchObject({ pid: process.pid, address: system.address, temporalAddress: system.temporalAddress });
  });

  it('takes free ports that no connection of any program is given by chance', async () => {
    system = await start();
    expect(Number(new URL(system.address).port)).toBeLessThan(32_768);
    expect(Number(system.temporalAddress.split(':')[1])).toBeLessThan(32_768);
  });

  it('keeps the workflow server\'s state in the data folder, on a real server that its parts are told of', async () => {
    system = await start();
    const connection = await Connection.connect({ address: system.temporalAddress });
    await connection.close();
    expect(existsSync(files(data).temporal)).toBe(true);
    expect(await (await fetch(`${system.address}/healthz`)).text()).toBe(system.temporalAddress);
  });

  it('stops server, worker and Temporal in this order, and leaves nothing running', async () => {
    const running = await start();
    const pids = (['temporal', 'worker', 'server'] as const).map((part) => running.pid(part) ?? 0);
    await running.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(lines.filter((line) => line.endsWith('stops'))).toEqual(['server: server stops', 'worker: worker stops']);
    expect(await answers(running.address)).toBe(false);
    expect(existsSync(files(data).lock) || existsSync(files(data).run)).toBe(false);
  });

  it.each(['temporal', 'worker', 'server'] as const)('starts %s again when it dies', async (part) => {
    const running = (system = await start());
    const before = running.pid(part);
    running.kill(part);
    await until(`${part} is back`, () => running.pid(part) !== undefined && running.pid(part) !== before);
    await until('the pages answer', () => answers(running.address));
    expect(lines).toContain(`${part}: ended (SIGKILL); starting it again in 250 ms`);
  });

  it('can have one part away for a while', async () => {
    const running = (system = await start({}, { without: ['worker'] }));
    expect(running.pid('worker')).toBeUndefined();
    await running.start('worker');
    expect(lines).toContain('worker: worker ready');
    await running.stop('temporal');
    await expect(Connection.connect({ address: running.temporalAddress, connectTimeout: 500 })).rejects.toThrow();
    await running.start('temporal');
    await (await Connection.connect({ address: running.temporalAddress })).close();
  });

  it('takes over the data folder of one that was killed', async () => {
    await (await start()).stop();
    writeFileSync(files(data).lock, '999999999 1');
    system = await start();
    expect(await answers(system.address)).toBe(true);
  });

  it('is not found by what one that was killed left behind', async () => {
    writeFileSync(files(data).run, JSON.stringify({ pid: process.pid, address: 'http://127.0.0.1:1', temporalAddress: 'x:1', startedAt: new Date().toISOString() }));
    writeFileSync(files(data).lock, `${process.pid} 1`);
    expect(findRunningSystem(data)).toBeUndefined();
  });

  it('ends at once when it is called off while it starts', async () => {
    const control = new AbortController();
    const starting = start({}, { signal: control.signal });
    setTimeout(() => control.abort(), 300);
    await expect(starting).rejects.toThrow();
    expect(existsSync(files(data).lock)).toBe(false);
  });
});

describe('a system is refused', () => {
  it('when a port is in use: which, for what, and the variable that changes it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} (pages and API) is in use. Stop what holds it, or choose another one: PORT=<port> npm start`);
    await expect(start({ TEMPORAL_PORT: String(port) })).rejects.toThrow(`Port ${port} (embedded Temporal) is in use. Stop what holds it, or choose another one: TEMPORAL_PORT=<port> npm start`);
    other.close();
    expect(lines).toEqual([]);
  });

  it('when another one runs on the data folder', async () => {
    system = await start();
    await expect(start()).rejects.toThrow(`is in use by a running system (process ${process.pid})`);
    const { address } = system;
    await until('the first one still answers', () => answers(address));
  });

  it('when the address is not of this machine', async () => {
    await expect(start({ HOST: '192.0.2.1' })).rejects.toThrow('192.0.2.1 is not an address of this machine');
  });

  it('when the data folder cannot be prepared, with the reason, and nothing stays behind', async () => {
    await expect(start({ FAIL_PREPARE: '1' })).rejects.toThrow('could not be prepared (exit 3).\n  the plan file is damaged');
    expect(existsSync(files(data).lock)).toBe(false);
  });

  it('when the environment is wrong', async () => {
    await expect(start({ PORT: 'x', LOG_LEVEL: 'loud' })).rejects.toThrow(/PORT=x[\s\S]*LOG_LEVEL=loud/);
  });
});

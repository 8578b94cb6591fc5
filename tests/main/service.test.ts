import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../main/supervise/process.ts';
import { saysReady } from '../../main/supervise/readiness.ts';
import { Service, type ServiceOptions } from '../../main/supervise/service.ts';

let folder: string;
let lines: string[];
let service: Service | undefined;

/** A service whose program is `script`; `ready()` and `note(text)` are there for it. */
function aService(script: string, options: Partial<ServiceOptions> = {}): Service {
  const program = `
    const ready = () => process.send({ type: 'ready' });
    const note = (text) => require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'notes'))}, text + '\\n');
    ${script}`;
  return (service = new Service({
    name: 'it', command: process.execPath, args: ['-e', program], env: process.env, isReady: saysReady, onLine: (_, line) => lines.push(line), graceMs: 1_000, ...options,
  }));
}

const notes = (): readonly string[] => (existsSync(join(folder, 'notes')) ? readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n') : []);

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(10)) if (isSo()) return;
  throw new Error(`never\n${lines.join('\n')}\n${notes().join('\n')}`);
}

const stays = 'setInterval(() => undefined, 1000);';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-service-'));
  lines = [];
});

afterEach(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a start', () => {
  it('waits until the process serves', async () => {
    await aService(`${stays} setTimeout(() => { note('ready'); ready(); }, 200);`).start();
    expect(notes()).toEqual(['ready']);
  });

  it('is refused when the process ends before, and is not tried again', async () => {
    await expect(aService('note(process.pid); process.exit(7)').start()).rejects.toThrow('it ended before it was ready (exit 7)');
    await sleep(500);
    expect(notes()).toHaveLength(1);
  });

  it('is tried again where that may help, and refused when it does not', async () => {
    const second = `require('node:fs').existsSync(${JSON.stringify('MARK')}) ? ready() : (require('node:fs').writeFileSync(${JSON.stringify('MARK')}, ''), process.exit(7)); ${stays}`;
    await aService(second.replaceAll('MARK', join(folder, 'mark')), { attempts: 2 }).start();
    await service?.stop();
    await expect(aService('note(process.pid); process.exit(7)', { attempts: 3 }).start()).rejects.toThrow('it ended before it was ready (exit 7)');
    expect(notes()).toHaveLength(3);
  });

  it('is refused when it takes too long, and the process is gone', async () => {
    const late = aService(stays, { readyMs: 300 });
    await expect(late.start()).rejects.toThrow('it was not ready within 0.3 s');
    expect(late.pid).toBeUndefined();
  });

  it('is refused when there is no such program', async () => {
    await expect(aService('', { command: '/no/such/program' }).start()).rejects.toThrow('it ended before it was ready (spawn /no/such/program ENOENT)');
  });

  it('passes on what the process prints, line by line, from both streams', async () => {
    await aService(`${stays} console.log('one\\ntwo'); console.error('three'); setTimeout(ready, 200)`).start();
    expect(lines.toSorted()).toEqual(['one', 'three', 'two']);
  });
});

describe('a death', () => {
  const backoff = { first: 20, most: 80, stable: 10_000 };

  it('is answered by a new start, after waits that grow up to a limit', async () => {
    await aService('ready(); note(process.pid); setTimeout(() => process.exit(1), 50)', { backoff }).start();
    await until(() => notes().length >= 6);
    expect(lines.slice(0, 5).map((line) => /in (\d+) ms/.exec(line)?.[1])).toEqual(['20', '40', '80', '80', '80']);
    expect(new Set(notes()).size).toBe(notes().length);
  });

  it('after a stable life is answered soon again', async () => {
    await aService('ready(); note(process.pid); setTimeout(() => process.exit(1), 300)', { backoff: { ...backoff, stable: 100 } }).start();
    await until(() => lines.length >= 3);
    expect(lines.map((line) => /in (\d+) ms/.exec(line)?.[1])).toEqual(lines.map(() => '20'));
  });

  it('takes along what the process had started', async () => {
    await aService(`
      const helper = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
      note(helper.pid); ready(); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100);`, { backoff: { ...backoff, first: 60_000 } }).start();
    await until(() => lines.length > 0);
    await until(() => !isAlive(Number(notes()[0])));
  });
});

describe('a stop', () => {
  it('lets the process end by itself', async () => {
    const polite = aService(`${stays} process.on('SIGTERM', () => { note('closed'); process.exit(0); }); ready();`);
    await polite.start();
    await polite.stop();
    expect(notes()).toEqual(['closed']);
    expect(polite.pid).toBeUndefined();
  });

  it('kills it when its grace is over', async () => {
    const stubborn = aService(`${stays} process.on('SIGTERM', () => note('no')); ready();`, { graceMs: 300 });
    await stubborn.start();
    const { pid = 0 } = stubborn;
    await stubborn.stop();
    expect(notes()).toEqual(['no']);
    expect(isAlive(pid)).toBe(false);
  });

  it('does not wait for a start that is due later', async () => {
    const failing = aService('ready(); setTimeout(() => process.exit(1), 50)', { backoff: { first: 60_000, most: 60_000, stable: 60_000 } });
    await failing.start();
    await until(() => lines.length > 0);
    const began = Date.now();
    await failing.stop();
    expect(Date.now() - began).toBeLessThan(30_000);
  });

  it('may be followed by another start', async () => {
    const again = aService(`${stays} note(process.pid); ready();`);
    await again.start();
    await again.stop();
    await again.start();
    expect(notes()).toHaveLength(2);
  });
});

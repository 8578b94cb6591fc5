import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../prisma/audit-chain.ts';
import { openWriting } from '../../prisma/connection.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { fill } from './rows.ts';

/** How often a process is killed: a few times here, as often as wanted by `TORTURE_ROUNDS`. */
const rounds = Number(process.env['TORTURE_ROUNDS'] ?? 3);
const script = fileURLToPath(new URL('child-writer.ts', import.meta.url));

interface Writer {
  readonly process: ChildProcess;
  /** Resolves with the first acknowledgement. */
  readonly begun: Promise<void>;
  /** Every number acknowledged, once the process has ended. */
  readonly acknowledged: Promise<readonly number[]>;
}

function start(file: string, name: string, writes: number, callers: number): Writer {
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, name, String(writes), String(callers)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const begun = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => ((said += chunk.toString()), resolve())));
  return { process: child, begun, acknowledged: once(child, 'close').then(() => said.split('\n').slice(0, -1).map(Number)) };
}

async function stored(record: TestRecord, actor: string): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const slice of record.read.audit.slices(500)) numbers.push(...slice.filter((row) => row.actor === actor).map((row) => Number(row.details['n'])));
  return numbers.sort((a, b) => a - b);
}

describe('processes on one file', () => {
  let record: TestRecord;
  beforeEach(async () => {
    record = await openTestRecord();
    await fill(record, ['u1']);
  });
  afterEach(() => record.close());

  it('two that write at once lose nothing, and both get their turn', async () => {
    const writers = ['server', 'worker'].map((name) => start(record.file, name, 300, 5));
    const [server = [], worker = []] = await Promise.all(writers.map(({ acknowledged }) => acknowledged));
    expect([server.length, worker.length]).toEqual([300, 300]);
    expect(await stored(record, 'server')).toEqual([...server].sort((a, b) => a - b));
    expect((await record.read.duties.find('plan/2022-gl/u1'))?.version).toBe(601);
    expect(await verifyAudit(record)).toEqual({ rows: 600, intact: true });
  }, 60_000);

  it(`killed in the middle of writing, ${rounds} times: all that was acknowledged is stored`, async () => {
    let total = 0;
    for (let round = 0; round < rounds; round += 1) {
      const name = `round-${round}`;
      const writer = start(record.file, name, 1_000_000, 10);
      await writer.begun;
      await new Promise((resolve) => setTimeout(resolve, 50 + ((round * 137) % 400)));
      writer.process.kill('SIGKILL');
      const acknowledged = await writer.acknowledged;
      const kept = new Set(await stored(record, name));
      const lost = acknowledged.filter((n) => !kept.has(n));
      expect(lost).toEqual([]);
      expect(await verifyAudit(record)).toMatchObject({ intact: true });
      total += acknowledged.length;
    }
    expect(total).toBeGreaterThan(rounds);
    console.log(`${total} acknowledged writes, none lost in ${rounds} rounds`);
  }, 20_000 + rounds * 10_000);

  it('take turns', async () => {
    const writer = start(record.file, 'other', 400, 10);
    await writer.begun;
    for (let n = 0; n < 20; n += 1) await record.write((tx) => tx.audit.lastId());
    expect(await writer.acknowledged).toHaveLength(400);
  }, 60_000);

  it('wait for each other without stopping their event loop', async () => {
    const other = openWriting(record.file);
    other.exec('BEGIN IMMEDIATE');
    let isWritten = false;
    const waiting = record.write(async () => {
      isWritten = true;
    });
    // were the event loop stopped while the lock is waited for, nobody could release it here
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isWritten).toBe(false);
    other.exec('COMMIT');
    await waiting;
    other.close();
    expect(isWritten).toBe(true);
  });
});

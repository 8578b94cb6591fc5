import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aDuty, anAuditRow, at, fill } from './rows.ts';

const id = 'plan/2022-gl/u1';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a write', () => {
  let record: TestRecord;
  const rows = (): Promise<number> => record.read.audit.lastId();
  beforeAll(async () => {
    record = await openTestRecord();
    await fill(record, ['u1', 'u2']);
  });
  afterAll(() => record.close());

  it('that throws leaves nothing, and its caller gets the error', async () => {
    const before = await rows();
    const refusal = new Refused('wrong-stage');
    const failing = record.write(async (tx) => {
      await tx.audit.append([anAuditRow()]);
      await tx.duties.claim(id, 1, { state: 'submitted' });
      throw refusal;
    });
    await expect(failing).rejects.toBe(refusal);
    expect(await rows()).toBe(before);
    expect(await record.read.duties.find(id)).toEqual(aDuty('u1'));
  });

  it('that throws takes nothing of its neighbours in the same commit with it', async () => {
    const before = await rows();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => record.write(async (tx) => {
      await tx.audit.append([anAuditRow({ details: { n } })]);
      if (n % 2 === 1) throw new Error(`no ${n}`);
    })));
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 === 1 ? 'rejected' : 'fulfilled')));
    expect(await rows()).toBe(before + 10);
    const { items } = await record.read.audit.list({ after: before }, {});
    expect(items.map(({ details }) => details['n'])).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('is not seen by a reader before it is committed', async () => {
    const before = await rows();
    await record.write(async (tx) => {
      await tx.audit.append([anAuditRow()]);
      await pause(20);
      expect(await rows()).toBe(before);
      expect(await tx.audit.lastId()).toBe(before + 1);
    });
    expect(await rows()).toBe(before + 1);
  });

  it('that another waits for is acknowledged only when both are committed or neither', async () => {
    // on a busy machine the first may be committed before the second has begun: then the two are asked for again
    for (let isShared = false; !isShared; ) {
      const before = await rows();
      let hasBegun = false;
      const first = record.write((tx) => tx.audit.append([anAuditRow()]));
      const second = record.write(async (tx) => {
        hasBegun = true;
        await tx.audit.append([anAuditRow()]);
        await pause(5);
      });
      await first;
      isShared = hasBegun;
      if (isShared) expect(await rows()).toBe(before + 2);
      await second;
    }
  });

  it('may go on after a statement that was refused', async () => {
    const result = await record.write(async (tx) => {
      await tx.idempotencyKeys.insert('a', 'k', { requestHash: 'h', status: 200, body: '' }, at);
      const refused = await tx.idempotencyKeys.insert('a', 'k', { requestHash: 'h', status: 200, body: '' }, at).catch((error: unknown) => error);
      return (refused as Refused).code;
    });
    expect(result).toBe('idempotency-running');
    expect(await record.read.idempotencyKeys.find('a', 'k')).toBeDefined();
  });

  it('does not let its repositories be used after it', async () => {
    let kept: Repositories | undefined;
    await record.write(async (tx) => {
      kept = tx;
    });
    expect(() => kept?.audit.append([anAuditRow()])).toThrow(/over/);
  });

  it('that forgets to wait for a statement is refused as a whole', async () => {
    const before = await rows();
    const forgetful = record.write(async (tx) => {
      void tx.audit.append([anAuditRow()]);
    });
    await expect(forgetful).rejects.toThrow(/await every repository call/);
    expect(await rows()).toBe(before);
  });

  it('of which one statement of several at once fails undoes the others too', async () => {
    const before = await rows();
    const failing = record.write((tx) => Promise.all([tx.audit.append([anAuditRow()]), Promise.reject(new Error('beside')), tx.duties.insertMissing([aDuty('u9')])]));
    await expect(failing).rejects.toThrow('beside');
    expect(await rows()).toBe(before);
    expect(await record.read.duties.find('plan/2022-gl/u9')).toBeUndefined();
  });

  it('cannot be made through the reading side', async () => {
    await expect(record.read.audit.append([anAuditRow()])).rejects.toThrow(/record\.write/);
  });

  it('begun before `close` is stored', async () => {
    const other = await openTestRecord();
    let stored = 0;
    const writes = Array.from({ length: 30 }, () => other.write(async (tx) => (await tx.audit.append([anAuditRow()]), (stored = await tx.audit.lastId()))));
    await other.close();
    await Promise.all(writes);
    expect(stored).toBe(30);
    await expect(other.write((tx) => tx.audit.append([anAuditRow()]))).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

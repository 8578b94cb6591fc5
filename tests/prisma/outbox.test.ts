import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewOutboxMessage, OutboxMessage } from '../../domain/outbox.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { at } from './rows.ts';

const message = (workflowId: string, version: number): NewOutboxMessage => ({ workflowId, workflowType: 'unitPlan', act: 'submit', version });
const names = (messages: readonly OutboxMessage[]): readonly string[] => messages.map(({ workflowId, version }) => `${workflowId}${version}`);

describe('the outbox', () => {
  let record: TestRecord;
  let now = 1_000;
  const lease = (owner: string, limit = 10): Promise<readonly OutboxMessage[]> => record.write((tx) => tx.outbox.lease(owner, limit, now, now + 100));
  const append = (...messages: NewOutboxMessage[]): Promise<void> => record.write((tx) => tx.outbox.append(messages, at));

  beforeAll(async () => {
    record = await openTestRecord({ now: () => now });
  });
  afterAll(() => record.close());
  beforeEach(async () => {
    now += 1_000;
    await record.write(async (tx) => {
      const left = await tx.outbox.lease('cleaner', 1_000, now, now);
      await tx.outbox.delivered(left.map(({ id }) => id), now);
      await tx.outbox.removeDelivered(now + 1);
    });
  });

  it('leases the oldest first, in the order of writing', async () => {
    await append(message('a', 1), message('b', 1), message('a', 2));
    expect(names(await lease('one', 2))).toEqual(['a1', 'b1']);
  });

  it('passes over a workflow whose earlier message somebody holds', async () => {
    await append(message('a', 1), message('a', 2), message('b', 1));
    expect(names(await lease('one', 1))).toEqual(['a1']);
    expect(names(await lease('two'))).toEqual(['b1']);
    expect(names(await lease('one'))).toEqual([]);
  });

  it('gives a lease that has run out to another', async () => {
    await append(message('a', 1));
    await lease('one');
    now += 99;
    expect(await lease('two')).toEqual([]);
    now += 1;
    expect(names(await lease('two'))).toEqual(['a1']);
  });

  it('holds later messages back while a failed one waits', async () => {
    await append(message('a', 1), message('a', 2), message('b', 1));
    const [first, ...others] = await lease('one', 2);
    await record.write(async (tx) => {
      await tx.outbox.failed([first?.id ?? 0], 'unavailable', now + 50);
      await tx.outbox.failed(others.map(({ id }) => id), 'unavailable', now);
    });
    expect(names(await lease('one'))).toEqual(['b1']);
    now += 50;
    const again = await lease('one');
    expect(names(again)).toEqual(['a1', 'a2']);
    expect(again.map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it('does not give out what was delivered, even if its lease has run out', async () => {
    await append(message('a', 1), message('a', 2));
    const [first] = await lease('one', 1);
    await record.write((tx) => tx.outbox.delivered([first?.id ?? 0], now));
    await record.write((tx) => tx.outbox.failed([first?.id ?? 0], 'heard of it too late', now));
    now += 500;
    expect(names(await lease('two'))).toEqual(['a2']);
  });

  it('tells how much waits and since when, in real time', async () => {
    expect(await record.read.outbox.backlog(now)).toEqual({ count: 0, oldestMs: 0 });
    await append(message('a', 1));
    await append(message('a', 2));
    expect(await record.read.outbox.backlog(now + 70)).toEqual({ count: 2, oldestMs: 70 });
  });
});

describe('idempotency keys', () => {
  it('keep the answer of an act, once per account', async () => {
    const record = await openTestRecord();
    const answer = { requestHash: 'h', status: 201, body: '{"id":1}' };
    await record.write((tx) => tx.idempotencyKeys.insert('a', 'k', answer, at));
    await record.write((tx) => tx.idempotencyKeys.insert('b', 'k', answer, at + 10));
    expect(await record.read.idempotencyKeys.find('a', 'k')).toEqual(answer);
    await expect(record.write((tx) => tx.idempotencyKeys.insert('a', 'k', answer, at))).rejects.toMatchObject({ code: 'idempotency-running' });
    expect(await record.write((tx) => tx.idempotencyKeys.removeOlder(at + 1))).toBe(1);
    expect(await record.read.idempotencyKeys.find('a', 'k')).toBeUndefined();
    await record.close();
  });
});

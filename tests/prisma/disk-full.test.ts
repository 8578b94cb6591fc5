import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../prisma/audit-chain.ts';
import { openWriting } from '../../prisma/connection.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { anAuditRow } from './rows.ts';

const large = { text: 'x'.repeat(20_000) };

describe('when the disk is full', () => {
  let record: TestRecord;
  let writing: Database | undefined;
  const full = (): void => void writing?.pragma(`max_page_count = ${String(writing.pragma('page_count', { simple: true }))}`);
  const roomAgain = (): void => void writing?.pragma('max_page_count = 1000000');
  const append = (details = {}): Promise<void> => record.write((tx) => tx.audit.append([anAuditRow({ details })]));

  beforeEach(async () => {
    record = await openTestRecord({ connect: (file) => (writing = openWriting(file)) });
  });
  afterEach(() => record.close());

  it('a write is refused as storage-unavailable, stores nothing, and the record recovers', async () => {
    await append();
    full();
    await expect(append(large)).rejects.toMatchObject({ name: 'Refused', code: 'storage-unavailable', figures: { storage: 'SQLITE_FULL' } });
    expect([await record.read.audit.lastId(), record.isFailing()]).toEqual([1, true]);
    roomAgain();
    await append(large);
    expect([await verifyAudit(record), record.isFailing()]).toEqual([{ rows: 2, intact: true }, false]);
  });

  it('nobody of a shared commit is told that it was stored', async () => {
    full();
    const outcomes = await Promise.allSettled([append(), append(), append(large), append()]);
    const stored = await record.read.audit.lastId();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(stored);
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []))).toEqual(Array(4 - stored).fill('storage-unavailable'));
    expect(outcomes[2]?.status).toBe('rejected');
    roomAgain();
    await append();
    expect(await verifyAudit(record)).toEqual({ rows: stored + 1, intact: true });
  });

  it('a work that swallows the error is refused nevertheless', async () => {
    full();
    const swallowing = record.write(async (tx) => {
      await tx.audit.append([anAuditRow({ details: large })]).catch(() => undefined);
      return 'stored';
    });
    await swallowing.then(
      async () => expect(await record.read.audit.lastId()).toBe(0),
      (error: unknown) => expect(error).toMatchObject({ code: 'storage-unavailable' }),
    );
    roomAgain();
    await append();
    expect(await record.read.audit.lastId()).toBe(1);
  });

  it('readers go on', async () => {
    await append();
    full();
    await append(large).catch(() => undefined);
    expect((await record.read.audit.list({}, {})).total).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteAdapter } from '../../prisma/adapter/adapter.ts';
import { openWriting } from '../../prisma/connection.ts';
import { PrismaClient, type Cycle, type Duty } from '../../prisma/generated/client.ts';
import { changeRow, findRow } from '../../prisma/repositories/one-row.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aSubmission, fill } from './rows.ts';

const id = 'plan/2022-gl/u1';

describe('a row asked for by its key', () => {
  let record: TestRecord;
  let db: PrismaClient;
  beforeAll(async () => {
    record = await openTestRecord();
    await fill(record, ['u1', 'u2']);
    await record.write((tx) => tx.submissions.insert(aSubmission('u1')));
    db = new PrismaClient({ adapter: sqliteAdapter(openWriting(record.file)) });
  });
  afterAll(async () => {
    await db.$disconnect();
    await record.close();
  });

  it('is what Prisma finds: texts, numbers, instants, booleans and nothing', async () => {
    expect(await findRow(db, 'Duty', { id })).toEqual(await db.duty.findUniqueOrThrow({ where: { id } }));
    expect(await findRow(db, 'Cycle', { id: '2022-gl' })).toEqual(await db.cycle.findUniqueOrThrow({ where: { id: '2022-gl' } }));
    expect(await findRow(db, 'Submission', { duty: id, number: 1 })).toEqual(await db.submission.findFirstOrThrow({ where: { duty: id, number: 1 } }));
  });

  it('is not there for another key, be it written like SQL', async () => {
    expect(await findRow(db, 'Duty', { id: 'plan/2022-gl/u9' })).toBeUndefined();
    expect(await findRow(db, 'Duty', { id: `' OR '1'='1` })).toBeUndefined();
  });

  it('is changed in the columns that are given, and alone', async () => {
    const before = await findRow<Duty>(db, 'Duty', { id });
    const after = await changeRow<Duty>(db, 'Duty', { id, version: 1 }, { late: true, submittedAt: 1_643_000_000_000n, submission: undefined as never, state: 'submitted', version: 2 });
    expect(after).toEqual({ ...before, late: true, submittedAt: 1_643_000_000_000n, state: 'submitted', version: 2 });
    expect(await findRow(db, 'Duty', { id })).toEqual(after);
    expect(await changeRow<Duty>(db, 'Duty', { id, version: 1 }, { state: 'draft' })).toBeUndefined();
    expect(await db.duty.count({ where: { state: 'submitted' } })).toBe(1);
  });

  it('is refused when a column is none of the table', async () => {
    await expect(findRow<Cycle>(db, 'Duty', { title: 'x' })).rejects.toThrow('Duty has no column title');
    await expect(changeRow<{ id: string; '"state" = 1, "id"': string }>(db, 'Duty', { id }, { '"state" = 1, "id"': 'x' })).rejects.toThrow('Duty has no column "state"');
  });
});

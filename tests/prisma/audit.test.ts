import Sqlite from 'better-sqlite3';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../prisma/audit-chain.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { anAuditRow } from './rows.ts';

describe('the audit chain', () => {
  let record: TestRecord;
  const tamper = (sql: string): void => {
    const database = new Sqlite(record.file);
    database.exec(sql);
    database.close();
  };

  beforeEach(async () => {
    record = await openTestRecord({ now: () => 1_700_000_000_000 });
    for (let n = 1; n <= 3; n += 1) await record.write((tx) => tx.audit.append([anAuditRow({ details: { n } }), anAuditRow({ act: 'extend', unit: null, outcome: 'refused', details: { lý_do: 'Tết', lines: [1.5, null, { a: -0 }] } })]));
  });
  afterEach(() => record.close());

  it('is intact as it was written', async () => {
    expect(await verifyAudit(record)).toEqual({ rows: 6, intact: true });
    expect((await record.read.audit.list({}, { limit: 1 })).items[0]).toMatchObject({ id: 6, act: 'extend', unit: null, outcome: 'refused', writtenAt: 1_700_000_000_000, details: { lý_do: 'Tết', lines: [1.5, null, { a: 0 }] } });
  });

  it('of no rows is intact', async () => {
    const empty = await openTestRecord();
    expect(await verifyAudit(empty)).toEqual({ rows: 0, intact: true });
    await empty.close();
  });

  it.each([
    ['its actor', `UPDATE AuditRow SET actor = 'account:b' WHERE id = 3`],
    ['its time', `UPDATE AuditRow SET at = at + 1 WHERE id = 3`],
    ['its details', `UPDATE AuditRow SET details = '{"n":7}' WHERE id = 3`],
    ['its details, to no JSON', `UPDATE AuditRow SET details = 'x' WHERE id = 3`],
    ['its unit, to none', `UPDATE AuditRow SET unit = NULL WHERE id = 3`],
    ['its hash', `UPDATE AuditRow SET hash = 'f' WHERE id = 3`],
  ])('names a row when somebody changed %s', async (_, sql) => {
    tamper(sql);
    expect(await verifyAudit(record)).toEqual({ rows: 6, intact: false, firstBroken: { id: 3, reason: 'content' } });
  });

  it('names the row before which one was removed', async () => {
    tamper('DELETE FROM AuditRow WHERE id = 4');
    expect(await verifyAudit(record)).toEqual({ rows: 5, intact: false, firstBroken: { id: 5, reason: 'gap' } });
  });

  it('names the first row when the beginning was removed', async () => {
    tamper('DELETE FROM AuditRow WHERE id < 3');
    expect(await verifyAudit(record)).toMatchObject({ intact: false, firstBroken: { id: 3, reason: 'gap' } });
  });

  it('names the row after one that was changed and hashed anew', async () => {
    const { hashOf } = await import('../../prisma/audit-chain.ts');
    const { items } = await record.read.audit.list({ after: 2 }, { limit: 1 });
    const [row] = items;
    if (!row) throw new Error('no row');
    tamper(`UPDATE AuditRow SET actor = 'account:b', hash = '${hashOf({ ...row, actor: 'account:b' })}' WHERE id = 3`);
    expect(await verifyAudit(record)).toEqual({ rows: 6, intact: false, firstBroken: { id: 4, reason: 'link' } });
  });

  it('can be followed from a row on, and filtered', async () => {
    const followed = await record.read.audit.list({ after: 4 }, {});
    expect(followed.items.map(({ id }) => id)).toEqual([5, 6]);
    const refused = await record.read.audit.list({ act: 'extend' }, { limit: 2 });
    expect(refused.items.map(({ id }) => id)).toEqual([6, 4]);
    const rest = await record.read.audit.list({ act: 'extend' }, { limit: 2, cursor: refused.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: 2 }], total: 3 });
    expect(rest.next).toBeUndefined();
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, lastBackup } from '../../prisma/backup.ts';
import { verifyAudit } from '../../prisma/audit-chain.ts';
import { openRecord } from '../../prisma/client.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

let record: TestRecord;
let folder: string;
const row = (act: string) => ({ at: 1, actor: 'test', act, cycle: null, unit: null, subject: 's', outcome: 'done' as const, details: {} });

beforeEach(async () => {
  record = await openTestRecord();
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-backup-'));
  await record.write((tx) => tx.audit.append([row('first'), row('second')]));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true, force: true });
});

it('copies what is committed, beside a writer, into a record that can be opened; its manifest names the head of the chain', async () => {
  const uploads = join(folder, 'uploads');
  mkdirSync(uploads);
  writeFileSync(join(uploads, 'noi-dung'), 'x');
  const to = join(folder, 'to');
  const writing = Promise.all(Array.from({ length: 40 }, (_, index) => record.write((tx) => tx.audit.append([row(`beside ${index}`)]))));
  const backup = await backUp({ record: record.file, uploads, folder: to, told: join(folder, 'told') }, new Date('2022-03-20T01:02:03Z'));
  await writing;
  expect(backup.auditRows).toBeGreaterThanOrEqual(2);
  const copy = await openRecord({ file: join(to, backup.file) });
  expect(await verifyAudit(copy)).toMatchObject({ intact: true, rows: backup.auditRows });
  const [last] = (await copy.read.audit.list({}, { limit: 1 })).items;
  expect(last?.hash).toBe(backup.auditHead);
  await copy.close();
  expect(readFileSync(join(to, 'files', 'noi-dung'), 'utf8')).toBe('x');
  expect(lastBackup(join(folder, 'told'))).toEqual(backup);
});

it('counts only whole backups, the newest of them', async () => {
  const places = { record: record.file, uploads: join(folder, 'none'), folder, told: folder };
  expect(lastBackup(folder)).toBeUndefined();
  await backUp(places, new Date('2022-03-20T01:02:03Z'));
  const newer = await backUp(places, new Date('2022-03-21T01:02:03Z'));
  writeFileSync(join(folder, 'record-20220322-010203.sqlite'), 'cut short');
  expect(lastBackup(folder)).toEqual(newer);
  expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
});

it('leaves no manifest of a record that is not there', async () => {
  await expect(backUp({ record: join(folder, 'gone.sqlite'), uploads: folder, folder: join(folder, 'to'), told: join(folder, 'to') }, new Date())).rejects.toThrow();
  expect(existsSync(join(folder, 'to')) && readdirSync(join(folder, 'to')).some((name) => name.endsWith('.json'))).toBe(false);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, ApiToken, Session } from '../../domain/account.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { at } from './rows.ts';

const anAccount = (id: string, login: string): Account => ({ id, login, name: 'Nguyễn Văn A', email: null, unit: 'tt', roles: ['agency', 'secretariat'], passwordHash: '$argon2id$x', mustChangePassword: true, lockedAt: null, createdAt: at, language: 'vi', optedOut: false });
const aSession = (id: string, account: string, expiresAt = at + 1_000): Session => ({ id, account, csrf: 'c', createdAt: at, lastSeenAt: at, expiresAt, userAgent: null });
const aToken = (id: string): ApiToken => ({ id, account: 'a1', name: 'script', createdAt: at, expiresAt: null, lastUsedAt: null });

describe('people in the record', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await record.write((tx) => tx.accounts.insert(anAccount('a1', 'Hạnh.Trần')));
  });
  afterAll(() => record.close());

  it('gives an account back as it was stored, by id and by login in any case', async () => {
    expect(await record.read.accounts.find('a1')).toEqual(anAccount('a1', 'Hạnh.Trần'));
    expect(await record.read.accounts.findByLogin('hạnh.TRẦN'.normalize('NFD'))).toMatchObject({ id: 'a1' });
    expect(await record.read.accounts.findByLogin('hanh.tran')).toBeUndefined();
  });

  it('refuses a login that is in use, new or changed', async () => {
    await expect(record.write((tx) => tx.accounts.insert(anAccount('a2', 'HẠNH.trần')))).rejects.toMatchObject({ code: 'already-exists' });
    await record.write((tx) => tx.accounts.insert(anAccount('a3', 'khac')));
    await expect(record.write((tx) => tx.accounts.update('a3', { login: 'hạnh.trần' }))).rejects.toMatchObject({ code: 'already-exists' });
    expect(await record.read.accounts.count()).toBe(2);
  });

  it('changes only what is given', async () => {
    await record.write((tx) => tx.accounts.update('a3', { roles: ['committee'], lockedAt: at, mustChangePassword: false }));
    expect(await record.read.accounts.find('a3')).toEqual({ ...anAccount('a3', 'khac'), roles: ['committee'], lockedAt: at, mustChangePassword: false });
    expect((await record.read.accounts.list()).map(({ id }) => id)).toEqual(['a1', 'a3']);
    await expect(record.write((tx) => tx.accounts.update('nobody', { name: 'x' }))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps, touches and removes sessions', async () => {
    await record.write(async (tx) => {
      for (const id of ['s1', 's2', 's3']) await tx.sessions.insert(aSession(id, 'a1'));
      await tx.sessions.insert(aSession('old', 'a3', at - 1));
      await tx.sessions.touch('s1', at + 5);
    });
    expect(await record.read.sessions.find('s1')).toEqual({ ...aSession('s1', 'a1'), lastSeenAt: at + 5 });
    expect(await record.write((tx) => tx.sessions.removeExpired(at))).toBe(1);
    expect(await record.write((tx) => tx.sessions.removeAllOf('a1', 's2'))).toBe(2);
    expect(await record.write((tx) => tx.sessions.remove('s2'))).toBe(true);
    expect(await record.write((tx) => tx.sessions.remove('s2'))).toBe(false);
    expect(await record.read.sessions.listOf('a1')).toEqual([]);
  });

  it('keeps tokens, which only their owner removes', async () => {
    await record.write((tx) => tx.tokens.insert(aToken('t1')));
    await record.write((tx) => tx.tokens.touch('t1', at + 9));
    expect(await record.read.tokens.find('t1')).toEqual({ ...aToken('t1'), lastUsedAt: at + 9 });
    expect(await record.write((tx) => tx.tokens.remove('a3', 't1'))).toBe(false);
    expect(await record.write((tx) => tx.tokens.remove('a1', 't1'))).toBe(true);
  });
});

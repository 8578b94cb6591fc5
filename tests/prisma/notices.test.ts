import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reminder } from '../../domain/duty.ts';
import { planDutyId } from '../../domain/ids.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aCycle, aDuty, at } from './rows.ts';

const cycle = '2022-gl';
const aReminder = (unit: string, more: Partial<Reminder> = {}): Reminder => ({
  id: `r-${unit}-${more.rung ?? 'plan/r1/2022-01-25/-5'}-${more.to ?? 'unit'}`, cycle, duty: planDutyId(cycle, 'a'), unit, rung: 'plan/r1/2022-01-25/-5', to: 'unit', escalation: false, dueAt: at, sentAt: at, ...more,
});

describe('notices', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await record.write(async (tx) => {
      await tx.cycles.insert(aCycle());
      await tx.duties.insertMissing(['a', 'b'].map((unit) => aDuty(unit)));
    });
  });
  afterAll(() => record.close());

  const told = async (...addresses: string[]) => (await record.read.notices.list('p', addresses, {})).items.map(({ kind, subject, detail, isRead }) => ({ kind, subject, detail, isRead }));
  const unread = (account: string, ...addresses: string[]): Promise<number> => record.read.notices.countUnread(account, addresses, 100);

  it('come with a reminder once, to those it is for', async () => {
    await record.write((tx) => tx.reminders.insertMissing([aReminder('a'), aReminder('a', { to: 'leader', rung: 'plan/r1/2022-01-25/+1', escalation: true })]));
    await record.write((tx) => tx.reminders.insertMissing([{ ...aReminder('a'), id: 'another' }]));
    expect(await told('agency/a')).toEqual([
      { kind: 'escalation', subject: 'plan/2022-gl/a', detail: 'plan', isRead: false }, { kind: 'reminder', subject: 'plan/2022-gl/a', detail: 'plan', isRead: false },
    ]);
    expect(await told('agency/b')).toEqual([]);
  });

  it('of a ladder of appraisal or approval go to the people who are waited for; above the unit, to one desk', async () => {
    await record.write((tx) => tx.reminders.insertMissing([
      aReminder('tc', { rung: 'appraisal/r1/investment/2022-02-10/0' }), aReminder('ub', { rung: 'approval/r1/2022-02-20/0' }), aReminder('a', { to: 'secretariat', rung: 'plan/r1/2022-01-25/+3', escalation: true }),
    ]));
    expect([await unread('p', 'appraiser/tc'), await unread('p', 'approver/ub'), await unread('p', 'secretariat'), await unread('p', 'agency/tc')]).toEqual([1, 1, 1, 0]);
  });

  it('come with a decision', async () => {
    await record.write((tx) => tx.decisions.insert({ id: 'd1', duty: planDutyId(cycle, 'b'), round: 1, kind: 'returnPlan', reason: 'Thiếu kinh phí', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
    expect(await told('agency/b')).toEqual([{ kind: 'decision', subject: 'plan/2022-gl/b', detail: 'returnPlan', isRead: false }]);
  });

  it('are read one by one or up to one, by each account for itself', async () => {
    const [newest, older] = (await record.read.notices.list('p', ['agency/a'], {})).items;
    if (!newest || !older) throw new Error('two notices');
    await record.write((tx) => tx.notices.markRead('p', newest.id));
    await record.write((tx) => tx.notices.markRead('p', newest.id));
    expect([await unread('p', 'agency/a'), await unread('q', 'agency/a')]).toEqual([1, 2]);
    await record.write((tx) => tx.notices.markReadUpTo('q', older.id));
    expect((await record.read.notices.list('q', ['agency/a'], {})).items.map(({ isRead }) => isRead)).toEqual([false, true]);
    await record.write((tx) => tx.notices.markReadUpTo('q', newest.id));
    await record.write((tx) => tx.notices.markReadUpTo('q', older.id));
    expect(await unread('q', 'agency/a')).toBe(0);
  });

  it('of a rehearsed cycle have an address of their own and are never unread', async () => {
    await record.write(async (tx) => {
      await tx.cycles.insert(aCycle('2022-dt', { key: 'dt', rehearsal: true }));
      await tx.duties.insertMissing([aDuty('r', { id: planDutyId('2022-dt', 'r'), cycle: '2022-dt' })]);
      await tx.reminders.insertMissing([aReminder('r', { cycle: '2022-dt', duty: planDutyId('2022-dt', 'r') })]);
    });
    expect([await told('agency/r'), await unread('p', 'agency/r')]).toEqual([[], 0]);
    expect(await told('rehearsal/agency/r')).toEqual([{ kind: 'reminder', subject: 'plan/2022-dt/r', detail: 'plan', isRead: true }]);
  });

  it('are not found by another address', async () => {
    const [notice] = (await record.read.notices.list('p', ['agency/b'], {})).items;
    expect(await record.read.notices.find('p', ['agency/a'], notice?.id ?? 0)).toBeUndefined();
    expect((await record.read.notices.find('p', ['agency/b'], notice?.id ?? 0))?.detail).toBe('returnPlan');
    expect(await unread('p')).toBe(0);
  });

  it('are counted up to a limit, over the index of addresses', async () => {
    const many = Array.from({ length: 12 }, (_, index) => aReminder('b', { id: `m-${index}`, rung: `plan/r1/2022-01-25/+${index}` }));
    await record.write((tx) => tx.reminders.insertMissing(many));
    expect(await record.read.notices.countUnread('p', ['agency/b'], 5)).toBe(5);
    const database = new Database(record.file, { readonly: true });
    const plan = database.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM "Notice" n WHERE n."to" IN (?, ?) AND n."id" > 3').all('agency/a', 'agency/b') as { detail: string }[];
    database.close();
    expect(plan.map(({ detail }) => detail).join()).toContain('Notice_to_id_idx');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMailAddress } from '../../domain/addresses.ts';
import { at } from '../prisma/rows.ts';
import type { TestRecord } from '../support/record.ts';
import { aContact, aMailRecord, anAccount, aReminder, cycle } from './situation.ts';

let record: TestRecord;
let now = 1_000_000;
beforeEach(async () => {
  record = await aMailRecord({ now: () => now });
});
afterEach(() => record.close());

const remind = (...reminders: Parameters<TestRecord['read']['reminders']['insertMissing']>[0]) => record.write((tx) => tx.reminders.insertMissing(reminders));
const owed = async () => (await record.read.deliveries.list({}, {})).items.map(({ person, address, state }) => [person, address, state]).toSorted();
const claim = (owner: string, people = 10) => record.write((tx) => tx.deliveries.claim(owner, people, { now, until: now + 1_000, settled: now }));
const begin = (owner: string, ids: readonly number[]) => record.write((tx) => tx.deliveries.begin(owner, ids, { id: `m-${ids[0]}`, raw: 'Subject: x' }, now, now + 1_000));

describe('who gets a mail', () => {
  it('of a unit: its focal point and its people, each once, however often the reminder is written', async () => {
    await remind(aReminder('a'));
    await remind({ ...aReminder('a'), id: 'another' });
    expect(await owed()).toEqual([['account:an', 'an@tinh.example', 'waiting'], ['contact:a/focal', 'focal.a@tinh.example', 'waiting']]);
  });

  it('of its leader, and of the secretariat', async () => {
    await remind(aReminder('a', { to: 'leader', escalation: true }), aReminder('a', { to: 'secretariat', escalation: true }));
    expect(await owed()).toEqual([['account:thu', 'thu@tinh.example', 'waiting'], ['contact:a/leader', 'leader.a@tinh.example', 'waiting']]);
  });

  it('who has no address, or one that is none, stands in the log; so does a unit without anybody', async () => {
    await record.write(async (tx) => {
      await tx.contacts.replaceOf('b', [aContact('b', 'focal')]);
      await tx.accounts.insert(anAccount('binh', 'b', { email: 'không phải thư' }));
    });
    await remind(aReminder('b'), aReminder('c'));
    expect(await owed()).toEqual([['account:binh', null, 'no-address'], ['contact:b/focal', null, 'no-address'], ['nobody', null, 'no-address']]);
    expect(await claim('one')).toEqual([]);
  });

  it('with the same address under two names, one mail; locked accounts none', async () => {
    await record.write(async (tx) => {
      await tx.accounts.insert(anAccount('bao', 'b', { email: 'FOCAL.B@tinh.example' }));
      await tx.accounts.insert(anAccount('khoa', 'b', { lockedAt: at }));
    });
    await remind(aReminder('b'));
    expect(await owed()).toEqual([['contact:b/focal', 'focal.b@tinh.example', 'waiting']]);
  });

  it('of a ladder of appraisal: the appraisers of the unit that is waited for', async () => {
    await record.write((tx) => tx.accounts.insert(anAccount('tham', 'b', { roles: ['appraiser'] })));
    await remind(aReminder('b', { rung: 'appraisal/r1/investment/2022-02-10/0' }));
    expect(await owed()).toEqual([['account:tham', 'tham@tinh.example', 'waiting']]);
  });

  it('of a decision: the people of the unit', async () => {
    await record.write((tx) => tx.decisions.insert({ id: 'd1', duty: `plan/${cycle}/b`, round: 1, kind: 'returnPlan', reason: 'Thiếu kinh phí', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
    expect((await record.read.deliveries.list({}, {})).items).toMatchObject([{ kind: 'decision', detail: 'returnPlan', rung: 'd1', address: 'focal.b@tinh.example' }]);
  });

  it.each([['a@b.vn', true], ['nguyễn.văn@tinh.vn', true], ['a@b', true], ['a b@c.vn', false], ['a@', false], ['a@b..vn', false], ['a@b.vn\r\nBcc: c@d.vn', false], ['<a@b.vn>', false]])('%s is an address: %s', (text, is) => {
    expect(isMailAddress(text)).toBe(is);
  });
});

describe('a claim', () => {
  it('gives each row to one sender, and a batch is whole people', async () => {
    await remind(aReminder('a'), aReminder('b'), aReminder('b', { rung: 'plan/r1/2022-01-25/-3' }));
    const first = await claim('one', 2);
    const second = await claim('two', 2);
    expect([first, second].map((rows) => rows.map(({ address }) => address))).toEqual([['focal.a@tinh.example', 'an@tinh.example'], ['focal.b@tinh.example', 'focal.b@tinh.example']]);
    expect(await claim('three')).toEqual([]);
  });

  it('whose sender died before handing anything over is done again; a reminder that was being handed over is uncertain', async () => {
    await remind(aReminder('a'));
    const [focal] = await claim('one');
    expect(await begin('one', [focal?.id ?? 0])).toBe(true);
    now += 1_001;
    expect((await claim('two')).map(({ person }) => person)).toEqual(['account:an']);
    expect(await record.read.deliveries.backlog(now)).toEqual({ waiting: 1, oldestMs: 1_001, failed: 0, uncertain: 1 });
    expect(await begin('one', [focal?.id ?? 0])).toBe(false);
  });

  it('of a decision that was being handed over is done again', async () => {
    await record.write((tx) => tx.decisions.insert({ id: 'd1', duty: `plan/${cycle}/b`, round: 1, kind: 'approve', reason: '', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
    const [row] = await claim('one');
    await begin('one', [row?.id ?? 0]);
    now += 1_001;
    expect((await claim('two')).map(({ id }) => id)).toEqual([row?.id]);
  });

  it('is not made before its time after a failure, and tells of it', async () => {
    await remind(aReminder('b'));
    const ids = (await claim('one')).map(({ id }) => id);
    await record.write((tx) => tx.deliveries.end('one', ids, { state: 'waiting', error: '451 later', notBefore: now + 50 }, now));
    expect([await claim('one'), await record.read.deliveries.claimable(now, now)]).toEqual([[], 0]);
    now += 50;
    expect(await claim('two')).toMatchObject([{ attempts: 1, lastError: '451 later' }]);
  });

  it('that is over is ended by nobody else', async () => {
    await remind(aReminder('b'));
    const ids = (await claim('one')).map(({ id }) => id);
    await record.write((tx) => tx.deliveries.end('two', ids, { state: 'sent' }, now));
    expect(await owed()).toEqual([['contact:b/focal', 'focal.b@tinh.example', 'claimed']]);
  });
});

it('an uncertain mail goes out after all or is let be, once', async () => {
  await remind(aReminder('b'));
  const id = (await claim('one'))[0]?.id ?? 0;
  const settle = (to: 'waiting' | 'dismissed') => record.write((tx) => tx.deliveries.settle(id, to, now));
  expect(await settle('waiting')).toBe(false);
  await begin('one', [id]);
  now += 1_001;
  await claim('two');
  expect([await settle('waiting'), await settle('dismissed')]).toEqual([true, false]);
  expect((await claim('two')).map((row) => row.id)).toEqual([id]);
});

it('contents of mails go after their time, except of what may go out again; the log stays', async () => {
  await remind(aReminder('a'), aReminder('b'));
  const claimed = await claim('one');
  for (const { id } of claimed) await begin('one', [id]);
  const [first, ...others] = claimed.map(({ id }) => id);
  await record.write((tx) => tx.deliveries.end('one', [first ?? 0], { state: 'sent' }, now));
  await record.write((tx) => tx.deliveries.end('one', others, { state: 'uncertain', error: 'crash' }, now));
  const clear = (at: number) => record.write((tx) => tx.deliveries.clearMails(at));
  expect([await clear(now), await clear(now + 1), await clear(now + 1)]).toEqual([0, 1, 0]);
  expect([await record.read.deliveries.findMail(`m-${first}`), (await record.read.deliveries.findMail(`m-${others[0]}`))?.id]).toEqual([undefined, `m-${others[0]}`]);
  expect(await record.read.deliveries.find(first ?? 0)).toMatchObject({ state: 'sent', mail: `m-${first}` });
});

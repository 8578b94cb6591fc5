import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phoneOf } from '../../domain/addresses.ts';
import { defaultQuietHours, type QuietHours } from '../../domain/cycle.ts';
import { atTime } from '../../domain/plain-date.ts';
import { at, aCycle, aUnit } from '../prisma/rows.ts';
import type { TestRecord } from '../support/record.ts';
import { aContact, aMailRecord, aReminder, cycle } from './situation.ts';

let record: TestRecord;
let now = 0;
beforeEach(async () => {
  now = atTime('2022-03-16', '08:00');
  record = await aMailRecord({ now: () => now });
  await record.write(async (tx) => {
    await tx.units.upsertMany([aUnit('a', { parent: 'tren' }), aUnit('tren')]);
    await tx.contacts.replaceOf('a', [{ ...aContact('a', 'focal', 'focal.a@tinh.example'), phone: '0905 123 456' }, { ...aContact('a', 'deputy', 'deputy.a@tinh.example'), phone: '(0269) 38' }]);
  });
});
afterEach(() => record.close());

const remind = (...reminders: Parameters<TestRecord['read']['reminders']['insertMissing']>[0]) => record.write((tx) => tx.reminders.insertMissing(reminders));
const rows = async () => (await record.read.deliveries.list({}, {})).items.toSorted((a, b) => a.id - b.id);
const owed = async () => (await rows()).map(({ person, channel, address, state }) => [person, channel, address, state]);
const keepQuiet = (quietHours: QuietHours | null, version = 1) => record.write((tx) => tx.cycles.claim(cycle, version, { settings: { ...aCycle(cycle).settings, quietHours } }));

describe('a rung', () => {
  it('to the deputy reaches the deputy', async () => {
    await remind(aReminder('a', { to: 'deputy' }));
    expect(await owed()).toEqual([['contact:a/deputy', 'email', 'deputy.a@tinh.example', 'waiting']]);
  });

  it('to the unit above reaches its leader, in the log of the unit below, and is shown to the unit above', async () => {
    await record.write((tx) => tx.contacts.replaceOf('tren', [aContact('tren', 'focal', 'focal@tren.example'), aContact('tren', 'leader', 'leader@tren.example')]));
    await remind(aReminder('a', { to: 'superior', escalation: true }));
    expect(await owed()).toEqual([['contact:tren/leader', 'email', 'leader@tren.example', 'waiting']]);
    expect((await rows())[0]).toMatchObject({ unit: 'a', kind: 'escalation' });
    expect((await record.read.notices.list('x', ['agency/tren'], {})).items).toMatchObject([{ kind: 'escalation', subject: 'plan/2022-gl/a' }]);
  });

  it('to the unit above reaches its focal point where it has no leader with an address', async () => {
    await record.write((tx) => tx.contacts.replaceOf('tren', [aContact('tren', 'focal', 'focal@tren.example'), aContact('tren', 'leader')]));
    await remind(aReminder('a', { to: 'superior', escalation: true }));
    expect(await owed()).toEqual([['contact:tren/focal', 'email', 'focal@tren.example', 'waiting']]);
  });

  it('to the unit above of one that has none says so in the log', async () => {
    await remind(aReminder('b', { to: 'superior', escalation: true }));
    expect(await owed()).toEqual([['nobody', 'email', null, 'no-address']]);
  });

  it('by two channels is a row for each, once', async () => {
    const both = { ...aReminder('a'), channels: ['email', 'zalo'] } as const;
    await remind(both);
    await remind({ ...both, id: 'another' });
    expect(await owed()).toEqual([
      ['contact:a/focal', 'email', 'focal.a@tinh.example', 'waiting'], ['account:an', 'email', 'an@tinh.example', 'waiting'], ['contact:a/focal', 'zalo', '84905123456', 'waiting'],
    ]);
  });

  it('by phone to somebody without a number that could be says so', async () => {
    await remind({ ...aReminder('a', { to: 'deputy' }), channels: ['zalo'] });
    expect(await owed()).toEqual([['contact:a/deputy', 'zalo', null, 'no-address']]);
  });

  it.each([['0905 123 456', '84905123456'], ['+84 905.123.456', '84905123456'], ['84905123456', '84905123456'], ['0269 3', null], ['', null], ['115', null]])('takes %s as the number %s', (typed, number) => {
    expect(phoneOf(typed)).toBe(number);
  });
});

describe('who has opted out', () => {
  beforeEach(() => record.write((tx) => tx.accounts.update('an', { optedOut: true })));

  it('gets no mail of a rung that allows it, which the log says; the notice stays', async () => {
    await remind({ ...aReminder('a'), mayOptOut: true });
    expect(await owed()).toEqual([['contact:a/focal', 'email', 'focal.a@tinh.example', 'waiting'], ['account:an', 'email', 'an@tinh.example', 'opted-out']]);
    expect((await record.read.notices.list('an', ['agency/a'], {})).total).toBe(1);
  });

  it('gets the mails of rungs that do not, escalations and decisions', async () => {
    await remind(aReminder('a'), { ...aReminder('a', { to: 'secretariat', escalation: true }), mayOptOut: true });
    await record.write((tx) => tx.accounts.update('thu', { optedOut: true }));
    await remind({ ...aReminder('b', { to: 'secretariat', escalation: true }), mayOptOut: true });
    await record.write((tx) => tx.decisions.insert({ id: 'd1', duty: `plan/${cycle}/a`, round: 1, kind: 'approve', reason: '', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
    expect((await owed()).filter(([person]) => person !== 'contact:a/focal').map(([person, , , state]) => [person, state])).toEqual([['account:an', 'waiting'], ['account:thu', 'waiting'], ['account:thu', 'waiting'], ['account:an', 'waiting']]);
  });

  it('gets no message by phone either', async () => {
    await record.write((tx) => tx.contacts.replaceOf('a', [{ ...aContact('a', 'focal', 'focal.a@tinh.example'), phone: '0905 123 456', optedOut: true }]));
    await remind({ ...aReminder('a'), channels: ['zalo'], mayOptOut: true });
    expect(await owed()).toEqual([['contact:a/focal', 'zalo', '84905123456', 'opted-out']]);
  });

  it('gets none under the same address in the register either', async () => {
    await record.write((tx) => tx.contacts.replaceOf('a', [aContact('a', 'focal', 'AN@tinh.example')]));
    await remind({ ...aReminder('a'), mayOptOut: true });
    expect(await owed()).toEqual([['contact:a/focal', 'email', 'AN@tinh.example', 'opted-out']]);
  });
});

describe('a mail that is owed while the office is closed', () => {
  const claimed = async () => (await record.write((tx) => tx.deliveries.claim('one', 10, { now, until: now + 1_000, settled: now }))).map(({ person }) => person);

  it('waits for the morning, over the weekend', async () => {
    await keepQuiet(defaultQuietHours);
    now = atTime('2022-03-18', '20:00');
    await remind(aReminder('b'));
    expect((await rows())[0]).toMatchObject({ state: 'waiting', notBefore: atTime('2022-03-21', '08:00') });
    now = atTime('2022-03-21', '07:59');
    expect(await claimed()).toEqual([]);
    now = atTime('2022-03-21', '08:00');
    expect(await claimed()).toEqual(['contact:b/focal']);
  });

  it('waits too when an outage has kept it until the evening', async () => {
    await keepQuiet(defaultQuietHours);
    now = atTime('2022-03-18', '16:00');
    await remind(aReminder('b'));
    expect((await rows())[0]?.notBefore).toBeNull();
    now = atTime('2022-03-18', '23:00');
    expect([await record.read.deliveries.claimable(now, now), await claimed()]).toEqual([0, []]);
    now = atTime('2022-03-21', '08:00');
    expect([await record.read.deliveries.claimable(now, now), await claimed()]).toEqual([1, ['contact:b/focal']]);
  });

  it('goes at once where decisions need not wait, in a rehearsal, and without quiet hours', async () => {
    const decide = (id: string) => record.write((tx) => tx.decisions.insert({ id, duty: `plan/${cycle}/b`, round: 1, kind: 'approve', reason: '', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
    now = atTime('2022-03-19', '23:00');
    await keepQuiet({ ...defaultQuietHours, all: false });
    await decide('d1');
    await remind(aReminder('b'));
    expect((await rows()).map(({ kind, notBefore }) => [kind, notBefore === null])).toEqual([['decision', true], ['reminder', false]]);
    await keepQuiet(defaultQuietHours, 2);
    await decide('d2');
    expect((await rows()).at(-1)?.notBefore).toBe(atTime('2022-03-21', '07:00'));
    await keepQuiet(null, 3);
    await decide('d3');
    expect((await rows()).at(-1)?.notBefore).toBeNull();
    await record.write(async (tx) => {
      await tx.cycles.insert(aCycle('2022-thu', { rehearsal: true, settings: { ...aCycle().settings, quietHours: defaultQuietHours } }));
      await tx.notices.tell([{ notice: { to: 'agency/b', kind: 'guidance', cycle: '2022-thu', subject: '2022-thu', detail: '', due: null, at }, unit: 'b', rung: 'guidance' }]);
    });
    expect((await rows()).at(-1)).toMatchObject({ cycle: '2022-thu', notBefore: null });
  });
});

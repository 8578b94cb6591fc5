import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { aDuty, aUnit } from '../prisma/rows.ts';
import type { TestRecord } from '../support/record.ts';
import { until } from '../support/until.ts';
import { aContact, aMailRecord, aReminder, cycle } from './situation.ts';
import { openSink, type Sink } from './sink.ts';

const units = Array.from({ length: 120 }, (_, index) => `u-${index}`);
const decided = units.slice(0, 20);
/** Mails that are with the server when the sender is killed; long enough for it to be in the middle of some. */
const kills = [7, 31, 64];
/** What one lease has run out for: each sender's clock is ahead of the last one's. */
const lease = 130_000;

let [record, sink]: [TestRecord, Sink] = [undefined as never, undefined as never];
const running: ChildProcess[] = [];
beforeAll(async () => {
  record = await aMailRecord();
  await record.write(async (tx) => {
    await tx.units.upsertMany(units.map((code) => aUnit(code)));
    await tx.duties.insertMissing(units.map((unit) => aDuty(unit)));
    for (const unit of units) await tx.contacts.replaceOf(unit, [aContact(unit, 'focal', `${unit}@tinh.example`)]);
    await tx.reminders.insertMissing(units.map((unit) => aReminder(unit)));
    for (const unit of decided) await tx.decisions.insert({ id: `d-${unit}`, duty: planDutyId(cycle, unit), round: 1, kind: 'returnPlan', reason: '', pinned: [], contentHash: 'h', decidedAt: 1, decidedBy: 'account:x' });
  });
  sink = await openSink();
}, 60_000);
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await sink.close();
  await record.close();
});

function start(lives: number): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/notify/programs/post.ts', record.file, String(sink.port), String(lives * lease), join(dirname(record.file), 'mails')], { stdio: 'inherit' });
  running.push(child);
  return child;
}

it('a sender that is killed again and again sends no reminder twice and loses none: it arrived, or is listed as uncertain', async () => {
  for (const [life, mails] of kills.entries()) {
    const child = start(life);
    await until(`${mails} mails`, async () => sink.mails.length >= mails, 60_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const last = start(kills.length);
  await until('nothing waits', async () => (await record.read.deliveries.backlog(Date.now())).waiting === 0, 60_000);
  last.kill('SIGKILL');

  const rows = (await record.read.deliveries.list({}, { limit: 500 })).items;
  expect(rows).toHaveLength(units.length + decided.length);
  const reminders = rows.filter(({ kind }) => kind === 'reminder');
  const times = (id: string | null): number => sink.mails.filter((mail) => mail.id === id).length;
  expect(reminders.filter(({ mail }) => times(mail) > 1)).toEqual([]);
  expect(reminders.filter(({ state, mail }) => state !== 'uncertain' && (state !== 'sent' || times(mail) !== 1))).toEqual([]);
  expect(rows.filter(({ kind, state, mail }) => kind === 'decision' && (state !== 'sent' || times(mail) < 1))).toEqual([]);
  expect(reminders.filter(({ state }) => state === 'uncertain').length).toBeLessThanOrEqual(kills.length * 4);
}, 180_000);

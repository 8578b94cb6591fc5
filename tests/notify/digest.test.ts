import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../api/use-cases/deliveries.ts';
import { directiveId, planDutyId, reportDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { aCycle, aDuty, at } from '../prisma/rows.ts';
import type { TestRecord } from '../support/record.ts';
import { aContact, aMailRecord, anAccount, aReminder, cycle } from './situation.ts';

let record: TestRecord;
let folder: string;
let post: Post;
let now = 1_000_000;
beforeEach(async () => {
  record = await aMailRecord({ now: () => now });
  folder = mkdtempSync(join(tmpdir(), 'digest-'));
  const files = emlFiles(folder);
  post = createPost({ record, carrier: files, rehearsalCarrier: files, zalo: zaloOff(folder), linkTo: () => null, from: 'kehoach@tinh.example', now: () => now, settleMs: 20_000, leaseMs: 60_000 });
  await record.write(async (tx) => {
    await tx.accounts.insert(anAccount('binh', 'b', { email: 'FOCAL.B@tinh.example', roles: ['agency', 'appraiser'] }));
    await tx.duties.insertMissing([aDuty('b', { id: reportDutyId(cycle, 'Q1', 'b'), kind: 'report', quarter: 'Q1', state: 'open', due: '2022-03-21' })]);
    await tx.directives.insert({ id: directiveId(cycle, 1), cycle, number: 1, version: 1, text: 'Rà soát', unit: 'b', due: '2022-03-21', quarter: null, target: null, state: 'open', decidedAt: at, decidedBy: 'x', doneAt: null, evidence: null });
  });
  now += 60_000;
  await post.postBatch(); // the directive itself
  now += 1_000;
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await record.close();
});

const remind = (...reminders: Parameters<TestRecord['read']['reminders']['insertMissing']>[0]) => record.write((tx) => tx.reminders.insertMissing(reminders));
const ofReport = aReminder('b', { duty: reportDutyId(cycle, 'Q1', 'b'), rung: 'report/r1/2022-03-21/-1' });
const ofDirective = aReminder('b', { duty: null, directive: directiveId(cycle, 1), rung: 'directive/r1/2022-03-21/-1' });
const ofOpinion = aReminder('b', { rung: 'manual/1' });
const reminders = async () => (await record.read.deliveries.list({ unit: 'b' }, {})).items.filter(({ kind }) => kind === 'reminder');

describe('several matters of one person on one morning', () => {
  it('are one mail, also when their reminders come one after the other', async () => {
    const before = readdirSync(folder).length;
    const sent: number[] = [];
    for (const reminder of [ofReport, ofDirective, ofOpinion]) {
      await remind(reminder);
      sent.push((await post.postBatch()).sent);
      now += 15_000;
    }
    expect(sent).toEqual([0, 0, 0]);
    now += 5_000;
    expect(await post.postBatch()).toEqual({ claimed: 3, sent: 1 });
    expect(await post.postBatch()).toEqual({ claimed: 0, sent: 0 });
    expect(readdirSync(folder).length - before).toBe(1);
    expect(new Set((await reminders()).map(({ mail }) => mail)).size).toBe(1);
    const raw = (await record.read.deliveries.findMail((await reminders())[0]?.mail ?? ''))?.raw ?? '';
    const text = Buffer.from(/Content-Type: text\/plain[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? '', 'base64').toString('utf8');
    expect(text).toContain('kết luận số 1');
    expect(text).toContain('báo cáo quý I/2022');
  });

  it('do not wait for ever for news that does not end', async () => {
    await remind(ofReport);
    for (let round = 0; round < 19; round += 1) {
      now += 15_000;
      await remind(aReminder('b', { rung: `manual/${now}` }));
      expect((await post.postBatch()).sent).toBe(0);
    }
    now += 15_000;
    expect((await post.postBatch()).sent).toBe(1);
  });

  it('of two people do not wait for each other', async () => {
    await remind(ofReport);
    now += 15_000;
    await remind(aReminder('a'));
    now += 5_000;
    expect(await post.postBatch()).toEqual({ claimed: 1, sent: 1 });
  });
});

describe('what rests until the office opens', () => {
  it('is not late before; from then on it is', async () => {
    const { settings } = aCycle(cycle);
    await record.write((tx) => tx.cycles.claim(cycle, 1, { settings: { ...settings, quietHours: { from: '20:00', until: '07:00', all: true } } }));
    now = atTime('2022-03-18', '21:00');
    await remind(ofReport);
    expect((await record.read.deliveries.backlog(atTime('2022-03-20', '12:00'))).oldestMs).toBe(0);
    expect((await record.read.deliveries.backlog(atTime('2022-03-21', '08:20'))).oldestMs).toBe(20 * 60_000);
  });
});

describe('what joins one mail', () => {
  const quiet = async () => {
    const { settings } = aCycle(cycle);
    await record.write((tx) => tx.cycles.claim(cycle, 1, { settings: { ...settings, quietHours: { from: '20:00', until: '07:00', all: true } } }));
  };
  const mails = async () => (await reminders()).map(({ address, state, mail }) => [address, state, mail] as const);
  const textOf = async (mail: string | null | undefined): Promise<string> => plainText({ id: '', raw: (await record.read.deliveries.findMail(mail ?? ''))?.raw ?? '' });

  it('is everything of one mailbox, written in upper or lower case, of a contact and an account with languages of their own: in the language of the account, to both by name', async () => {
    await record.write(async (tx) => {
      await tx.contacts.replaceOf('b', [{ ...aContact('b', 'focal', 'chung@tinh.example'), name: 'Lê Thị Hoa' }, { ...aContact('b', 'leader', 'Chung@tinh.example'), name: 'Lê Thị Hoa' }]);
      await tx.accounts.update('binh', { email: 'CHUNG@tinh.example', language: 'en', roles: ['secretariat'] });
    });
    await remind(ofReport, { ...ofDirective, to: 'leader' }, aReminder('b', { to: 'secretariat', rung: 'manual/1' }));
    now += 20_000;
    expect(await post.postBatch()).toEqual({ claimed: 4, sent: 2 }); // the other is the secretariat's own
    const ofBox = (await mails()).filter(([address]) => address?.toLowerCase() === 'chung@tinh.example');
    const mail = ofBox[0]?.[2];
    expect(ofBox.map(([, state, id]) => [state, id])).toEqual([['filed', mail], ['filed', mail], ['filed', mail]]);
    expect(await textOf(mail)).toMatch(/^Dear Lê Thị Hoa, Người binh,/);
  });

  it('is what a mail server has put off, together with what arises meanwhile; neither is sent twice', async () => {
    let tries = 0;
    const files = emlFiles(folder);
    const putsOff: MailCarrier = { line: () => ({ ...files.line(), send: (mail, to) => { tries += 1; return tries === 1 ? Promise.resolve({ kind: 'later', reason: '451 later' }) : files.line().send(mail, to); } }) };
    const mailing = createPost({ record, carrier: putsOff, rehearsalCarrier: files, zalo: zaloOff(folder), linkTo: () => null, from: 'kehoach@tinh.example', now: () => now, settleMs: 20_000, leaseMs: 60_000 });
    await remind(ofReport);
    now += 20_000;
    expect(await mailing.postBatch()).toEqual({ claimed: 1, sent: 0 });
    await remind(ofDirective);
    now += 20_000;
    expect(await mailing.postBatch()).toEqual({ claimed: 2, sent: 1 });
    now += 3_600_000;
    expect(await mailing.postBatch()).toEqual({ claimed: 0, sent: 0 });
    const [[, , mail] = []] = await mails();
    expect(await mails()).toEqual([['focal.b@tinh.example', 'filed', mail], ['focal.b@tinh.example', 'filed', mail]]);
    expect(await textOf(mail)).toMatch(/báo cáo quý I\/2022[\s\S]*kết luận số 1/);
  });

  it('is what arose in the night, together with the rungs of the morning', async () => {
    await quiet();
    now = atTime('2022-03-17', '21:00');
    await remind(ofDirective);
    now = atTime('2022-03-18', '07:30');
    expect(await post.postBatch()).toEqual({ claimed: 0, sent: 0 });
    now = atTime('2022-03-18', '08:00') + 1_000;
    expect(await post.postBatch()).toEqual({ claimed: 0, sent: 0 });
    await remind(ofReport);
    now += 19_000;
    expect(await post.postBatch()).toEqual({ claimed: 0, sent: 0 });
    now += 1_000;
    expect(await post.postBatch()).toEqual({ claimed: 2, sent: 1 });
  });

  it('is not what has gone already, a decision, nor another cycle', async () => {
    await remind(ofReport);
    now += 20_000;
    expect(await post.postBatch()).toEqual({ claimed: 1, sent: 1 });
    await remind(ofDirective);
    await record.write(async (tx) => {
      await tx.decisions.insert({ id: 'd1', duty: planDutyId(cycle, 'b'), round: 1, kind: 'returnPlan', reason: '', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' });
      await tx.cycles.insert(aCycle('2023-gl'));
      await tx.duties.insertMissing([aDuty('b', { id: planDutyId('2023-gl', 'b'), cycle: '2023-gl' })]);
      await tx.reminders.insertMissing([aReminder('b', { id: 'r-2023', cycle: '2023-gl', duty: planDutyId('2023-gl', 'b'), rung: 'manual/2' })]);
    });
    now += 20_000;
    expect(await post.postBatch()).toEqual({ claimed: 3, sent: 3 });
  });
});

it('one that has been tried for five days is given up alone: what joined it is tried on', async () => {
  const puttingOff: MailCarrier = { line: () => ({ ready: () => Promise.resolve(), send: () => Promise.resolve({ kind: 'later', reason: '451 later' }), close: () => undefined }) };
  const mailing = createPost({ record, carrier: puttingOff, rehearsalCarrier: puttingOff, zalo: zaloOff(folder), linkTo: () => null, from: 'kehoach@tinh.example', now: () => now, settleMs: 0, leaseMs: 60_000 });
  await remind(ofReport);
  for (let tried = 0; tried < 24; tried += 1, now += 6 * 3_600_000) await mailing.postBatch();
  await remind(ofDirective);
  await mailing.postBatch();
  expect((await reminders()).map(({ subject, state, attempts }) => [subject, state, attempts])).toEqual([[directiveId(cycle, 1), 'waiting', 1], [reportDutyId(cycle, 'Q1', 'b'), 'failed', 25]]);
});

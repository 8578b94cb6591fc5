import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { emlFiles } from '../../notify/eml-files.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { aCycle, at } from '../prisma/rows.ts';
import type { RungText } from '../../domain/rung-texts.ts';
import type { TestRecord } from '../support/record.ts';
import { until } from '../support/until.ts';
import { aMailRecord, aReminder, cycle } from './situation.ts';
import { openSink, type Manners, type Sink } from './sink.ts';

let [record, sink, now]: [TestRecord, Sink, number] = [undefined as never, undefined as never, 0];
const folder = mkdtempSync(join(tmpdir(), 'chutrinh-mail-'));
beforeEach(async () => {
  now = Date.UTC(2022, 0, 18, 1);
  record = await aMailRecord({ now: () => now });
});
afterEach(async () => {
  await Promise.all([record.close(), sink?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const to = (port: number, patience = 5_000): MailCarrier => smtpCarrier({ host: '127.0.0.1', port, secure: false, from: 'chutrinh@tinh.example', patience });
const aPost = (carrier: MailCarrier): Post => createPost({
  record, carrier, rehearsalCarrier: emlFiles(folder), zalo: zaloOff(folder), from: 'chutrinh@tinh.example', now: () => now, settleMs: 0,
  linkTo: ({ subject }) => `https://kehoach.tinh.example/${subject}`,
});
async function post(manners: Manners = {}): Promise<Post> {
  sink = await openSink(manners);
  return aPost(to(sink.port, manners.message ? 2_000 : undefined));
}
const remind = (...reminders: Parameters<TestRecord['read']['reminders']['insertMissing']>[0]) => record.write((tx) => tx.reminders.insertMissing(reminders));
const decide = () => record.write((tx) => tx.decisions.insert({ id: 'd1', duty: planDutyId(cycle, 'b'), round: 1, kind: 'returnPlan', reason: 'Bí mật', pinned: [], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' }));
const states = async () => Object.fromEntries((await record.read.deliveries.list({}, {})).items.map(({ address, state, rung }) => [`${address} ${rung.split('/').at(-1)}`, state]));
const arrived = () => sink.mails.map((mail) => mail.to).toSorted();
const words = (raw: string): string => raw.split(/\r?\n--.*?\r?\n/).filter((part) => /base64/.test(part)).map((part) => Buffer.from(part.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString('utf8')).join('\n');

describe('a mail server that works', () => {
  it('gets every mail once, to the right people, with unit, duty, date and link, and nothing of the plan', async () => {
    const mailing = await post();
    await remind(aReminder('a'), aReminder('b'));
    await decide();
    expect(await mailing.postBatch()).toEqual({ claimed: 4, sent: 4 });
    expect(await mailing.postBatch()).toEqual({ claimed: 0, sent: 0 });
    expect(arrived()).toEqual(['an@tinh.example', 'focal.a@tinh.example', 'focal.b@tinh.example', 'focal.b@tinh.example']);
    const [first] = await record.read.deliveries.list({ person: 'focal.a' }, {}).then(({ items }) => items);
    expect(first).toMatchObject({ state: 'sent', attempts: 1, endedAt: now, mail: sink.mails.find((mail) => mail.to === 'focal.a@tinh.example')?.id });
    const said = await record.read.deliveries.findMail(first?.mail ?? '');
    expect(words(said?.raw ?? '')).toContain('Nhắc nộp kế hoạch năm 2022 của Đơn vị a, hạn 21/01/2022');
    expect(words(said?.raw ?? '')).toContain('https://kehoach.tinh.example/plan/2022-gl/a');
    expect(sink.mails.map(({ raw }) => words(raw)).join()).not.toContain('Bí mật');
  });

  it('gets mails in the language of each person, with the words as they are saved now', async () => {
    const mailing = await post();
    const text = 'Đề nghị {{unit}} gửi {{what}} trước ngày {{due}}';
    await record.write(async (tx) => {
      await tx.accounts.update('an', { language: 'en' });
      await tx.mailTexts.insert([{ key: 'reminder.plan', language: 'vi', version: 1, text, savedAt: at, savedBy: 'x' }, { key: 'reminder.plan', language: 'en', version: 1, text: null, savedAt: at, savedBy: 'x' }]);
    });
    await remind(aReminder('a'));
    expect(await mailing.postBatch()).toEqual({ claimed: 2, sent: 2 });
    const said = Object.fromEntries(sink.mails.map(({ to: address, raw }) => [address, words(raw)]));
    expect(said['focal.a@tinh.example']).toContain('Đề nghị Đơn vị a gửi kế hoạch năm 2022 trước ngày 21/01/2022');
    expect(said['focal.a@tinh.example']).toContain('Còn 3 ngày làm việc.');
    expect(said['an@tinh.example']).toContain('Reminder: Đơn vị a submits its plan for 2022 by 21 January 2022');
    await record.write((tx) => tx.mailTexts.insert([{ key: 'reminder.manual', language: 'vi', version: 1, text: 'Nhắc lại {{what}} của {{unit}}, hạn {{due}}', savedAt: at, savedBy: 'x' }]));
    await remind(aReminder('b', { rung: 'manual/1' }));
    await mailing.postBatch();
    expect(words(sink.mails.at(-1)?.raw ?? '')).toContain('Nhắc lại kế hoạch năm 2022 của Đơn vị b, hạn 21/01/2022');
  });

  it('gets the text that the rung named, as it is saved now, each beside the usual ones in one mail', async () => {
    const mailing = await post();
    const own = (version: number, subject: string): RungText => ({ key: 'khan', version, name: 'Khẩn', isRetired: version > 1, words: { vi: { subject, body: 'Trực đến 20 giờ ngày {{due}}.' }, en: { subject: '{{unit}} {{what}} {{due}}', body: '' } }, savedAt: at, savedBy: 'x' });
    await record.write((tx) => tx.rungTexts.insert(own(1, 'Khẩn: {{unit}}, {{what}}, {{due}}')));
    await record.write((tx) => tx.reminders.insertMissing([{ ...aReminder('b'), text: 'khan' }, aReminder('b', { duty: planDutyId(cycle, 'a'), rung: 'manual/1' })]));
    await record.write((tx) => tx.rungTexts.insert(own(2, 'Rất khẩn: {{unit}}, {{what}}, {{due}}')));
    expect(await mailing.postBatch()).toEqual({ claimed: 2, sent: 1 });
    const said = words(sink.mails[0]?.raw ?? '');
    expect(said).toContain('- Rất khẩn: Đơn vị b, kế hoạch năm 2022, 21/01/2022.\n  Trực đến 20 giờ ngày 21/01/2022.\n');
    expect(said).toContain('Cơ quan thường trực nhắc về kế hoạch năm 2022 của Đơn vị a');
    expect((await record.read.deliveries.list({}, {})).items.map(({ rung, text }) => [rung, text]).toSorted()).toEqual([['manual/1', null], ['plan/r1/2022-01-25/-5', 'khan']]);
  });

  it('gets the usual text where the one that the rung named is not there', async () => {
    const mailing = await post();
    await record.write((tx) => tx.reminders.insertMissing([{ ...aReminder('b'), text: 'mat' }]));
    await mailing.postBatch();
    expect(words(sink.mails[0]?.raw ?? '')).toContain('Nhắc nộp kế hoạch năm 2022 của Đơn vị b, hạn 21/01/2022');
  });

  it('gets one mail for several reminders of one person', async () => {
    const mailing = await post();
    await remind(aReminder('b'), aReminder('b', { duty: planDutyId(cycle, 'a'), rung: 'manual/1' }), aReminder('b', { rung: 'manual/2' }));
    expect(await mailing.postBatch()).toEqual({ claimed: 3, sent: 1 });
    expect(words(sink.mails[0]?.raw ?? '')).toContain('Cơ quan thường trực nhắc về kế hoạch năm 2022 của Đơn vị a');
    expect(Object.values(await states())).toEqual(['sent', 'sent', 'sent']);
  });

  it('gets nothing about a plan that was submitted or extended meanwhile', async () => {
    const mailing = await post();
    await remind(aReminder('a'), aReminder('b'));
    await record.write(async (tx) => {
      await tx.duties.claim(planDutyId(cycle, 'a'), 1, { state: 'submitted', submittedAt: at });
      await tx.duties.claim(planDutyId(cycle, 'b'), 1, { due: '2022-01-31' });
    });
    expect(await mailing.postBatch()).toEqual({ claimed: 3, sent: 0 });
    expect([arrived(), new Set(Object.values(await states()))]).toEqual([[], new Set(['withdrawn'])]);
  });

  it('gets nothing of a rehearsal: its mails are files', async () => {
    const mailing = await post();
    await record.write((tx) => tx.cycles.insert(aCycle('2022-thu', { rehearsal: true })));
    await record.write((tx) => tx.directives.insert({ id: 'k1', cycle: '2022-thu', number: 3, version: 1, text: 'Rà soát', unit: 'b', due: '2022-03-01', quarter: null, target: null, state: 'open', decidedAt: at, decidedBy: 'account:x', doneAt: null, evidence: null }));
    expect((await mailing.postBatch()).sent).toBe(1);
    expect([arrived(), Object.values(await states())]).toEqual([[], ['filed']]);
    expect(words(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8'))).toContain('DIỄN TẬP');
  });
});

describe('a mail server that', () => {
  it('is away keeps nothing from going out later', async () => {
    const mailing = await post();
    const { port } = sink;
    await sink.close();
    await remind(aReminder('b'));
    expect(await mailing.postBatch()).toMatchObject({ claimed: 1, sent: 0, away: { name: 'CarrierAway' } });
    expect((await record.read.deliveries.list({}, {})).items).toMatchObject([{ state: 'waiting', attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') as string }]);
    sink = await openSink({}, port);
    now += 30_000;
    expect((await mailing.postBatch()).sent).toBe(1);
    expect(arrived()).toEqual(['focal.b@tinh.example']);
  });

  it('knows no such mailbox has the refusal recorded against the address, and the others get theirs', async () => {
    const mailing = await post({ recipient: (address) => (address.startsWith('focal.a') ? 550 : undefined) });
    await remind(aReminder('a'), aReminder('b'));
    expect((await mailing.postBatch()).sent).toBe(2);
    expect(await states()).toEqual({ 'focal.a@tinh.example -5': 'failed', 'an@tinh.example -5': 'sent', 'focal.b@tinh.example -5': 'sent' });
    expect(await record.read.deliveries.faults()).toMatchObject([{ address: 'focal.a@tinh.example', reason: expect.stringContaining('550') as string }]);
  });

  it('refuses one mail for good does not speak against the address', async () => {
    const mailing = await post({ message: () => 554 });
    await remind(aReminder('b'));
    await mailing.postBatch();
    expect([await states(), await record.read.deliveries.faults()]).toEqual([{ 'focal.b@tinh.example -5': 'failed' }, []]);
  });

  it('puts a mail off is asked again, less and less often', async () => {
    let isBusy = true;
    const mailing = await post({ message: () => (isBusy ? 451 : undefined) });
    await remind(aReminder('b'));
    await mailing.postBatch();
    const [first] = (await record.read.deliveries.list({}, {})).items;
    now = first?.notBefore ?? 0;
    await mailing.postBatch();
    const [second] = (await record.read.deliveries.list({}, {})).items;
    expect([(first?.notBefore ?? 0) - Date.UTC(2022, 0, 18, 1), (second?.notBefore ?? 0) - now, second?.attempts]).toEqual([30_000, 60_000, 2]);
    isBusy = false;
    now = second?.notBefore ?? 0;
    expect((await mailing.postBatch()).sent).toBe(1);
  });

  it('takes a mail and does not answer: a reminder becomes uncertain, a decision goes out again under its id', async () => {
    let isSlow = true;
    const mailing = await post({ message: () => (isSlow ? 'hang' : undefined) });
    await remind(aReminder('a'));
    await decide();
    await mailing.postBatch();
    expect(await states()).toEqual({ 'focal.a@tinh.example -5': 'uncertain', 'an@tinh.example -5': 'uncertain', 'focal.b@tinh.example d1': 'waiting' });
    const ids = (await record.read.deliveries.list({ state: 'waiting' }, {})).items.map(({ mail }) => mail);
    isSlow = false;
    now += 30_000;
    expect((await mailing.postBatch()).sent).toBe(1);
    expect(sink.mails.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a sender that dies after the server has taken the mail', () => {
  it('leaves a reminder uncertain, never sent twice; a decision arrives again under the same id', async () => {
    await post();
    const accepted = to(sink.port);
    const dying: MailCarrier = { // hands everything over and never comes back
      line: () => {
        const line = accepted.line();
        return { ...line, send: (mail, address) => line.send(mail, address).then(() => new Promise(() => undefined)) };
      },
    };
    await remind(aReminder('b'));
    await decide();
    void aPost(dying).postBatch();
    await until('both mails are with the server', async () => sink.mails.length === 2);
    now += 120_001;
    const next = aPost(accepted);
    expect((await next.postBatch()).sent).toBe(1);
    now += 120_001;
    expect((await next.postBatch()).sent).toBe(0);
    expect(await states()).toEqual({ 'focal.b@tinh.example -5': 'uncertain', 'focal.b@tinh.example d1': 'sent' });
    const ids = sink.mails.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([3, 2]);
  });
});

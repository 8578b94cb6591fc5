import { afterAll, beforeAll, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { linkBelow } from '../../main/mail-links.ts';
import { createPost } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { openTestApi, parts, planOfUnit, unit, type Answer, type TestApi, type Year } from '../support/api.ts';
import { aWorkingMorning } from './situation.ts';
import { openSink, type Sink } from './sink.ts';

/** Stands wherever people write: in the plan, reasons, opinions, directives, guidance. */
const secret = 'GOI-THAU-MAT-7391';
let [api, year, sink]: [TestApi, Year, Sink] = [undefined, undefined, undefined] as never;
const ok = (answer: Answer): Answer['body'] => {
  if (answer.status >= 300) throw new Error(answer.text.slice(0, 500));
  return answer.body;
};

beforeAll(async () => {
  [api, sink] = [await openTestApi(), await openSink()];
  year = await api.aYear();
  await api.record.write((tx) => tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Nguyễn Thị Hoa', email: 'hoa@nv.example' }, { unit, part: 'leader', name: 'Giám đốc', email: 'gd@nv.example', language: 'en' }]));
});
afterAll(() => Promise.all([api.close(), sink.close()]));

it('nothing that somebody wrote in a plan, an opinion, a decision or a directive is in any mail, nor in its subject or link', async () => {
  const [secretariat, agency] = await Promise.all([api.as('secretariat', parts.secretariat), api.as('agency', unit)]);
  const cycle = `/cycles/${year.cycle}`;
  ok(await secretariat.post(`${year.plan}/extension`, { due: '2021-11-05', reason: `Vì ${secret}` }));
  ok(await secretariat.post(`${year.plan}/reminder`, { message: `Nhớ ${secret}` }));
  const content = planOfUnit();
  ok(await agency.post(`${year.plan}/submissions`, { content: { ...content, tasks: content.tasks.map((task) => ({ ...task, words: `${task.words} ${secret}` })) } }));
  await year.startAppraisal();
  await year.system(planDutyId(year.cycle, unit), 'requestConclusion');
  const contentHash = (await api.record.read.duties.find(planDutyId(year.cycle, unit)))?.contentHash;
  ok(await (await api.as('appraiser', parts.leadAppraiser)).post(`${year.plan}/conclusion`, { answer: 'return', reason: `Thiếu ${secret}`, contentHash }));
  ok(await (await api.as('committee', parts.committee)).post(`${cycle}/directives`, { text: `Báo cáo về ${secret}`, unit, due: '2022-03-01' }));
  await api.record.write((tx) => tx.reminders.insertMissing([{ id: 'l', cycle: year.cycle, duty: planDutyId(year.cycle, unit), unit, rung: 'manual/9', to: 'leader', escalation: true, dueAt: atTime('2021-11-05', '17:00'), sentAt: api.clock.now }]));
  const morning = await aWorkingMorning(api.record);
  const carrier: MailCarrier = smtpCarrier({ host: '127.0.0.1', port: sink.port, secure: false, from: 'kehoach@tinh.example' });
  await createPost({ record: api.record, carrier, rehearsalCarrier: carrier, zalo: zaloOff('/nowhere'), from: 'kehoach@tinh.example', settleMs: 0, now: () => morning, linkTo: linkBelow('https://kehoach.tinh.example') }).postBatch();
  expect(sink.mails.length).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify((await api.record.read.submissions.listOf(planDutyId(year.cycle, unit))).map((each) => each.content))).toContain(secret);
  for (const { raw } of sink.mails) {
    const parts64 = raw.split(/\r?\n\r?\n/).map((part) => Buffer.from(part, 'base64').toString('utf8')).join('\n');
    const subject = /^Subject: ((?:.*\r?\n[ \t])*.*)/m.exec(raw)?.[1] ?? '';
    const headers = subject.replaceAll(/=\?UTF-8\?B\?(.*?)\?=\s*/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString('utf8'));
    expect(parts64).toContain('kehoach.tinh.example/cycles/');
    expect(`${raw}\n${parts64}\n${headers}`).not.toContain('7391');
  }
});

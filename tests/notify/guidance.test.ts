import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { linkBelow } from '../../main/mail-links.ts';
import { createPost, type Post } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { openTestApi, otherUnit, parts, plan, unit, type TestApi } from '../support/api.ts';
import { until } from '../support/until.ts';
import { aWorkingMorning } from './situation.ts';
import { openSink, type Sink } from './sink.ts';

const secret = 'BÍ-MẬT-NỘI-DUNG-HƯỚNG-DẪN';
let [api, sink, now]: [TestApi, Sink, number] = [undefined as never, undefined as never, 0];
beforeEach(async () => {
  [api, sink] = [await openTestApi(), await openSink()];
  now = await aWorkingMorning(api.record);
});
afterEach(() => Promise.all([api.close(), sink.close()]));

const carrier = (): MailCarrier => smtpCarrier({ host: '127.0.0.1', port: sink.port, secure: false, from: 'kehoach@tinh.example' });
const post = (by: MailCarrier): Post => createPost({ record: api.record, carrier: by, rehearsalCarrier: by, zalo: zaloOff('/nowhere'), from: 'kehoach@tinh.example', settleMs: 0, now: () => now, linkTo: linkBelow('https://kehoach.tinh.example') });
const words = (raw: string): string => raw.split(/\r?\n--.*?\r?\n/).filter((part) => /base64/.test(part)).map((part) => Buffer.from(part.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString('utf8')).join('\n');

/** A year that waits for its guidance; two of its units can be reached, one of them in English. */
async function aYearBefore(): Promise<void> {
  const secretariat = await api.as('secretariat', parts.secretariat);
  await secretariat.post('/cycles', { planId: plan.id, key: 'tinh' });
  await api.record.write(async (tx) => {
    await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Nguyễn Thị Hoa', email: 'hoa@nv.example' }, { unit, part: 'leader', name: 'Giám đốc', email: 'gd@nv.example' }]);
    await tx.contacts.replaceOf(otherUnit, [{ unit: otherUnit, part: 'focal', name: 'Trần Văn Bình', email: 'binh@yt.example', language: 'en' }]);
  });
}
const publish = async () => (await api.as('secretariat', parts.secretariat)).post('/cycles/2022-tinh/guidance', { guidance: secret });

it('each unit of the year is told once that the guidance is published, in its language, with a link and without a word of it', async () => {
  await aYearBefore();
  await publish();
  const { items } = await api.record.read.deliveries.list({ kind: 'guidance' }, { limit: 500 });
  expect(new Set(items.map((each) => each.unit))).toEqual(new Set(plan.units));
  expect((await publish()).status).toBe(409);
  expect((await post(carrier()).postBatch()).sent).toBe(2);
  const [english, vietnamese] = sink.mails.toSorted((a, b) => (a.to < b.to ? -1 : 1)).map(({ raw }) => words(raw));
  expect(sink.mails.map(({ to }) => to).toSorted()).toEqual(['binh@yt.example', 'hoa@nv.example']);
  expect(vietnamese).toContain('Đã ban hành hướng dẫn xây dựng kế hoạch năm 2022: Sở Nội vụ nộp kế hoạch, hạn 29/10/2021');
  expect(english).toContain('The guidance for the plan of 2022 is published: Sở Y tế submits its plan by 29 October 2021');
  expect(english).toContain('https://kehoach.tinh.example/cycles/2022-tinh');
  for (const { raw } of sink.mails) expect(`${raw}${words(raw)}`).not.toContain(secret);
});

it('goes out again under the same Message-ID when the sender dies while it hands the mail over', async () => {
  await aYearBefore();
  await publish();
  const real = carrier();
  const dying: MailCarrier = { line: () => { const line = real.line(); return { ...line, send: (mail, to) => line.send(mail, to).then(() => new Promise(() => undefined)) }; } };
  void post(dying).postBatch();
  await until('both mails are with the server', async () => sink.mails.length === 2);
  now += 600_000;
  expect((await post(carrier()).postBatch()).sent).toBe(2);
  const ids = sink.mails.map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([4, 2]);
});

it('a unit that joins later is told too', async () => {
  const year = await api.aYear();
  await api.record.write((tx) => tx.cycleUnits.leave(year.cycle, otherUnit, '2021-10-04', 'x'));
  const register = [...(await api.app.desk.registers.units()).keys()].find((code) => !plan.units.includes(code)) ?? '';
  const joined = await (await api.as('secretariat', parts.secretariat)).post(`/cycles/${year.cycle}/units`, { unit: register, reason: 'Bổ sung' });
  expect(joined.status).toBe(201);
  expect((await api.record.read.deliveries.list({ kind: 'guidance', unit: register }, {})).items).toMatchObject([{ state: 'no-address', due: joined.body.duties[0].due }]);
});

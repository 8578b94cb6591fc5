import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryRoutes } from '../../api/routes/deliveries.ts';
import { planDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import { readBounce } from '../../notify/bounces/read.ts';
import { createPost } from '../../notify/post.ts';
import { smtpCarrier } from '../../notify/smtp.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { openTestApi, parts, problem, type Person, type TestApi, type Year } from '../support/api.ts';
import { aWorkingMorning } from './situation.ts';
import { openSink, type Sink } from './sink.ts';

let [api, sink, year, secretary]: [TestApi, Sink, Year, Person] = [undefined, undefined, undefined, undefined] as never;
let later = 0;

beforeAll(async () => {
  [api, sink] = [await openTestApi(), await openSink()];
  year = await api.aYear();
  later = await aWorkingMorning(api.record);
  secretary = await api.as('secretariat', parts.secretariat);
  await api.record.write(async (tx) => {
    for (const [unit, email] of [['so-nv', 'hoa@nv.example'], ['so-yt', 'binh@yt.example']] as const) {
      await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: `Đầu mối ${unit}`, email }]);
      await tx.reminders.insertMissing([{ id: `r-${unit}`, cycle: year.cycle, duty: planDutyId(year.cycle, unit), unit, rung: 'manual/1', to: 'unit', escalation: false, dueAt: atTime('2021-10-29', '17:00'), sentAt: api.clock.now }]);
    }
  });
  const carrier = smtpCarrier({ host: '127.0.0.1', port: sink.port, secure: false, from: 'tra-lai@tinh.example' });
  await createPost({ record: api.record, carrier, rehearsalCarrier: carrier, zalo: zaloOff('/nowhere'), from: 'kehoach@tinh.example', settleMs: 0, now: () => later, linkTo: () => null }).postBatch();
});
afterAll(() => Promise.all([api.close(), sink.close()]));

interface Said {
  readonly to?: string;
  readonly action?: string;
  readonly original?: string;
}

/** As mail servers write it. */
const dsn = (id: string, { to = 'hoa@nv.example', action = 'failed', original }: Said = {}): string => [
  'From: MAILER-DAEMON@mx.tinh.example', 'To: tra-lai@tinh.example', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="B"', '',
  '--B', 'Content-Type: text/plain', '', 'I am sorry.', '',
  '--B', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.tinh.example', '', ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]), `Final-Recipient: rfc822; ${to}`, `Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 mailbox', '    unavailable', '',
  '--B', 'Content-Type: text/rfc822-headers', '', 'From: kehoach@tinh.example', `Message-ID: <${id}>`, '', '--B--', '',
].join('\r\n');
const idTo = (to: string): string => sink.mails.find((mail) => mail.to === to)?.id ?? '';
const report = (message: string) => secretary.post('/mail/bounces', { message });
const standing = async (unit: string) => (await api.record.read.deliveries.list({ unit, kind: 'reminder' }, {})).items.map(({ state, lastError, address }) => [state, lastError, address]);

describe('a report of a mail that came back', () => {
  it('that is none is refused with what is accepted, and changes nothing', async () => {
    const whole = dsn(idTo('hoa@nv.example'));
    for (const [message, code] of [['Tôi đi vắng', 'no-bounce'], ['\0'.repeat(2_000), 'no-bounce'], [whole.replace('message/delivery-status', 'text/plain'), 'no-bounce'], [whole.replace('Message-ID', 'X-ID'), 'bounce-of-what'], [whole.replace('Action: ', 'X: '), 'bounce-of-whom'], [dsn(idTo('hoa@nv.example'), { to: 'ai-khac@nv.example' }), 'bounce-of-another']] as const) {
      expect(problem(await report(message), 'invalid-input').errors).toMatchObject([{ pointer: '/message', code }]);
    }
    problem(await report(dsn('khong-co@tinh.example')), 'not-found');
    problem(await secretary.post('/mail/bounces', { message: '' }), 'invalid-input');
    expect([await standing('so-nv'), await api.record.read.deliveries.faults()]).toEqual([[['sent', null, 'hoa@nv.example']], []]);
  });

  it('of a mail that is only late changes nothing', async () => {
    expect((await report(dsn(idTo('hoa@nv.example'), { action: 'delayed' }))).body).toMatchObject({ bounced: [], reason: null });
    expect(await standing('so-nv')).toEqual([['sent', null, 'hoa@nv.example']]);
  });

  it('is recorded against mail and address, once, with its reason', async () => {
    const answer = await report(dsn(idTo('hoa@nv.example')));
    expect(answer.body).toMatchObject({ reason: '5.1.1 550 5.1.1 mailbox unavailable' });
    expect((await report(dsn(idTo('hoa@nv.example')))).body.bounced).toEqual([]);
    expect(await standing('so-nv')).toEqual([['bounced', '5.1.1 550 5.1.1 mailbox unavailable', 'hoa@nv.example']]);
    expect(await api.record.read.deliveries.faults()).toMatchObject([{ address: 'hoa@nv.example', kind: 'bounce', reason: '5.1.1 550 5.1.1 mailbox unavailable' }]);
    expect((await api.record.read.audit.list({ act: 'recordBounce' }, {})).items).toMatchObject([{ unit: 'so-nv' }]);
  });

  it('is not forgotten when our server takes another mail for the address', async () => {
    await api.record.write((tx) => tx.deliveries.faultOf('hoa@nv.example', null, later));
    expect(await api.record.read.deliveries.faults()).toHaveLength(1);
  });

  it('of a mail that was sent on is known by the address we wrote to', async () => {
    expect((await report(dsn(idTo('binh@yt.example'), { original: 'Binh@yt.example', to: 'hop-thu@noi-khac.example' }))).body.bounced).toHaveLength(1);
  });

  it('is taken from the administration alone', async () => {
    problem(await (await api.as('agency', 'so-nv')).post('/mail/bounces', { message: dsn(idTo('hoa@nv.example')) }), 'forbidden');
  });
});

it('the send log of a cycle can be asked for by program', async () => {
  const { items, total } = (await secretary.get(`/cycles/${year.cycle}/deliveries?kind=reminder&state=bounced&order=unit&limit=1`)).body;
  expect([items.length, total, items[0].unit]).toEqual([1, 2, 'so-nv']);
  expect((await secretary.get(`/cycles/${year.cycle}/deliveries?kind=reminder&to=2020-01-01`)).body.total).toBe(0);
  expect(problem(await secretary.get(`/cycles/${year.cycle}/deliveries?state=gone`), 'invalid-input').errors[0].pointer).toBe('/state');
  problem(await secretary.get('/cycles/1999-xa/deliveries'), 'not-found');
  problem(await (await api.as('agency', 'so-nv')).get(`/cycles/${year.cycle}/deliveries`), 'forbidden');
  expect(deliveryRoutes.map(({ name }) => name).filter((name) => !api.succeeded.has(name))).toEqual([]);
});

it.each([[0, 'no-bounce'], [40, 'no-bounce']])('half a report (%i letters) is none', async (length, code) => {
  await expect(readBounce(dsn('x@y').slice(0, length))).rejects.toMatchObject({ errors: [{ code }] });
});

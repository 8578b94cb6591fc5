import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { parts, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Year } from '../support/pages.ts';
import { aReminder, aWorkingMorning } from './situation.ts';

/** The administrator's page, `/metrics` and `/readyz` tell the same of what waits, failed, or is in doubt. */
let pages: TestPages;
let year: Year;
let start: number;
beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  await pages.record.write(async (tx) => {
    await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Đầu mối', email: 'dau.moi@tinh.example', phone: '0905 123 456' }]);
    const reminders = ['-5', '-3', '-1'].map((rung) => ({ ...aReminder(unit, { id: rung, cycle: year.cycle, duty: planDutyId(year.cycle, unit), rung: `plan/r1/2021-10-29/${rung}` }), channels: ['email', 'zalo'] as const }));
    await tx.reminders.insertMissing(reminders);
  });
  start = pages.clock.now = Date.now();
  // one mail in doubt after a crash, one message by Zalo refused for good, as a sender leaves them
  const rows = (await pages.record.read.deliveries.list({ unit, kind: 'reminder' }, {})).items;
  const mail = rows.find(({ channel, address }) => channel === 'email' && address !== null);
  const message = rows.find(({ channel }) => channel === 'zalo');
  const later = await aWorkingMorning(pages.record);
  const claimed = await pages.record.write((tx) => tx.deliveries.claim('chết', 50, { now: later, until: later + 1, settled: later }));
  const left = claimed.map(({ id }) => id).filter((id) => id !== mail?.id && id !== message?.id);
  await pages.record.write(async (tx) => {
    await tx.deliveries.end('chết', [message?.id ?? 0], { state: 'failed', error: 'Zalo -118 no' }, start);
    await tx.deliveries.begin('chết', [mail?.id ?? 0], { id: 'x@y', raw: 'x' }, later, later + 1);
    await tx.deliveries.end('chết', left, { state: 'waiting', error: '451', notBefore: later }, start);
    await tx.deliveries.end('chết', [mail?.id ?? 0], { state: 'uncertain', error: 'crash' }, start);
  });
});
afterAll(() => pages.close());

const metrics = async () => (await request(pages.app.express).get('/metrics')).text;
const ready = async () => (await request(pages.app.express).get('/readyz')).body as { status: string; standing: readonly string[]; outbox: { count: number }; mail: { waiting: number; failed: number; uncertain: number } };
const rowsOfPage = async () => {
  const { $ } = await (await pages.visitor('administrator', parts.secretariat)).get('/admin/system');
  return new Map($('table.data tbody tr').map((_, row) => [[$(row).find('th').text().trim(), [$(row).find('td').eq(0).text().trim(), $(row).find('td').eq(2).text().trim()]]] as const).get());
};

describe('what waits', () => {
  it('is the same on the page, in the metrics and in readiness: mails in doubt and refused, each with what to do', async () => {
    const { mail } = await ready();
    expect([mail.failed, mail.uncertain]).toEqual([1, 1]);
    const text = await metrics();
    expect(text).toMatch(new RegExp(`^chutrinh_mails\\{state="waiting"\\} ${mail.waiting}$`, 'm'));
    expect(text).toMatch(/^chutrinh_mails\{state="failed"\} 1$/m);
    expect(text).toMatch(/^chutrinh_mails\{state="uncertain"\} 1$/m);
    expect(text).toMatch(/^chutrinh_deliveries\{channel="zalo",state="failed"\} 1$/m);
    expect(text).toMatch(/^chutrinh_deliveries\{channel="email",state="uncertain"\} 1$/m);
    const rows = await rowsOfPage();
    expect(rows.get('Thư chưa rõ đã đến hay chưa')).toEqual(['1', expect.stringContaining('chọn gửi lại hoặc bỏ qua')]);
    expect(rows.get('Thư bị từ chối hẳn')).toEqual(['1', expect.stringContaining('Sửa địa chỉ')]);
    expect(rows.get('Tin đã thôi gửi')).toEqual(['0', 'không phải làm gì']);
  });

  it('for the process is counted with its age, and degrades the system when it stands still', async () => {
    const { count } = (await ready()).outbox;
    expect(count).toBeGreaterThan(0);
    pages.clock.now = Date.now() + 3_600_000;
    expect((await ready()).standing).toContain('outbox');
    const text = await metrics();
    expect(text).toMatch(new RegExp(`^chutrinh_outbox_waiting ${count}$`, 'm'));
    expect(Number(/^chutrinh_outbox_oldest_seconds ([\d.]+)$/m.exec(text)?.[1])).toBeGreaterThan(3_500);
    expect((await rowsOfPage()).get('Thông điệp chờ chuyển cho quy trình')).toEqual([String(count), expect.stringContaining('khởi động lại')]);
    await pages.record.write(async (tx) => {
      const messages = await tx.outbox.lease('x', 1_000, Date.now(), Date.now() + 1);
      await tx.outbox.delivered(messages.map(({ id }) => id), Date.now());
    });
    expect((await ready()).standing).not.toContain('outbox');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../domain/delivery.ts';
import { planDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { createPost } from '../../notify/post.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretary: Visitor;
let later = Date.now();

/** A mail server that does what the address says. */
const carrier: MailCarrier = {
  line: () => ({
    ready: async () => undefined, close: () => undefined,
    send: async (_, to) => (to.startsWith('mat') ? { kind: 'unknown', reason: 'Timeout' } : to.startsWith('sai') ? { kind: 'refused', reason: '550 no such mailbox', isAddress: true } : { kind: 'sent' }),
  }),
};
const post = () => createPost({ record: pages.record, carrier, rehearsalCarrier: carrier, from: 'chutrinh@tinh.example', settleMs: 0, linkTo: () => 'https://kehoach.tinh.example/x', now: () => later }).postBatch();
const contact = (unit: string, email?: string) => pages.record.write((tx) => tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: `Đầu mối ${unit}`, ...(email === undefined ? {} : { email }) }]));
const remind = (unit: string) => pages.record.write((tx) => tx.reminders.insertMissing([{
  id: `r-${unit}`, cycle: year.cycle, duty: planDutyId(year.cycle, unit), unit, rung: 'manual/1', to: 'unit', escalation: false, dueAt: atTime('2021-10-29', '17:00'), sentAt: pages.clock.now,
}]));
const deliveryTo = async (unit: string): Promise<Delivery> => {
  const [found] = (await pages.record.read.deliveries.list({ unit }, {})).items;
  if (!found) throw new Error(`nothing for ${unit}`);
  return found;
};
const recipients = ({ $ }: Shown): string[] => $('table.data').first().find('tbody th a').toArray().map((each) => $(each).text());

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  secretary = await pages.visitor('secretariat', parts.secretariat);
  for (const [unit, email] of [['so-nv', 'nv@tinh.example'], ['so-yt', 'mat.yt@tinh.example'], ['so-ct', 'mat.ct@tinh.example'], ['so-gddt', 'sai@tinh.example'], ['so-tp', undefined]] as const) {
    await contact(unit, email);
    await remind(unit);
  }
  later = Date.now() + 60_000;
  await post();
});
afterAll(() => pages.close());

describe('the send log', () => {
  it('shows who was sent what and what came of it, the newest first, and says what is in doubt', async () => {
    const shown = await secretary.get('/admin/deliveries');
    expect(recipients(shown)).toEqual(['Đầu mối so-tp', 'Đầu mối so-gddt', 'Đầu mối so-ct', 'Đầu mối so-yt', 'Đầu mối so-nv']);
    expect(shown.$('.page-head__lead').text()).toContain('2 thư chưa chắc đã đến');
    expect(shown.$('table.data').first().find('tbody tr td:nth-child(5)').toArray().map((each) => shown.$(each).text().split('\n')[0]?.trim())).toEqual(['Không có địa chỉ', 'Bị từ chối550 no such mailbox', 'Chưa chắc đã đếnTimeout', 'Chưa chắc đã đếnTimeout', 'Đã gửi']);
    expect(shown.$('table.data').last().text()).toContain('sai@tinh.example');
  });

  it('is filtered by state, unit and person, and goes out as CSV', async () => {
    expect(recipients(await secretary.get('/admin/deliveries?state=sent'))).toEqual(['Đầu mối so-nv']);
    expect(recipients(await secretary.get('/admin/deliveries?person=mat.yt'))).toEqual(['Đầu mối so-yt']);
    expect((await secretary.get('/admin/deliveries?unit=khong-co')).$('.empty').text()).toContain('Chưa có thư nào');
    const { text, headers } = await secretary.get('/admin/deliveries.csv?unit=so-gddt');
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...rows] = text.split('\r\n').filter((line) => line !== '');
    expect([head?.startsWith('\uFEFFSố;Lúc ghi;Người nhận'), rows.length, rows[0]?.includes('Bị từ chối')]).toEqual([true, 1, true]);
  });

  it('shows the mail as it was sent, to be downloaded', async () => {
    const { id } = await deliveryTo('so-nv');
    const shown = await secretary.get(`/admin/deliveries/${id}`);
    expect(shown.$('.govuk-inset-text').text()).toContain('Cơ quan thường trực nhắc về kế hoạch năm 2022 của Sở Nội vụ, hạn 29/10/2021');
    expect(shown.$(`form[action^="/admin/deliveries/${id}/"]`)).toHaveLength(0);
    const { headers, text } = await secretary.get(`/admin/deliveries/${id}/mail.eml`);
    expect([headers['content-type'], /^To: .*<nv@tinh\.example>/m.test(text)]).toEqual([expect.stringContaining('message/rfc822'), true]);
  });

  it('of an agency is nobody’s to read but the administration’s', async () => {
    const agency = await pages.visitor('agency', 'so-nv');
    const { id } = await deliveryTo('so-yt');
    expect((await agency.get('/admin/deliveries')).status).toBe(403);
    expect((await agency.post(`/admin/deliveries/${id}/resending`, { _csrf: agency.csrf(), _key: 'khoa-gui-lai' })).status).toBe(403);
    expect((await deliveryTo('so-yt')).state).toBe('uncertain');
  });
});

describe('an uncertain mail', () => {
  it('goes out once more when somebody decides so, and the decision stands in the audit trail', async () => {
    const { id } = await deliveryTo('so-yt');
    const shown = await secretary.fill(`/admin/deliveries/${id}`, `/admin/deliveries/${id}/resending`);
    expect(shown.$('.govuk-notification-banner__heading').text()).toContain('Đầu mối so-yt');
    expect(await deliveryTo('so-yt')).toMatchObject({ state: 'waiting', notBefore: null });
    expect((await pages.record.read.audit.list({ act: 'resendDelivery' }, {})).items).toMatchObject([{ unit: 'so-yt', details: { delivery: id } }]);
  });

  it('is let be, and then cannot be sent again', async () => {
    const { id } = await deliveryTo('so-ct');
    await secretary.fill(`/admin/deliveries/${id}`, `/admin/deliveries/${id}/dismissal`);
    expect((await deliveryTo('so-ct')).state).toBe('dismissed');
    expect((await secretary.post(`/admin/deliveries/${id}/resending`, { _csrf: secretary.csrf(), _key: 'khoa-lan-nua' })).status).toBe(409);
    expect((await deliveryTo('so-ct')).state).toBe('dismissed');
  });

  it('that does not exist has no page', async () => {
    expect([(await secretary.get('/admin/deliveries/999999')).status, (await secretary.get('/admin/deliveries/khong-co')).status]).toEqual([404, 404]);
  });
});

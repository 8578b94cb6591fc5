import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../domain/delivery.ts';
import { planDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { MailCarrier } from '../../domain/ports/mail.ts';
import { createPost } from '../../notify/post.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { aWorkingMorning } from '../notify/situation.ts';
import { parts } from '../support/api.ts';
import { openTestPages, type Shown, type TestPages, type Visitor, type Year } from '../support/pages.ts';

let pages: TestPages;
let year: Year;
let secretary: Visitor;
let later = 0;

/** A mail server that does what the address says. */
const carrier: MailCarrier = {
  line: () => ({
    ready: async () => undefined, close: () => undefined,
    send: async (_, to) => (to.startsWith('mat') ? { kind: 'unknown', reason: 'Timeout' } : to.startsWith('sai') ? { kind: 'refused', reason: '550 no such mailbox', isAddress: true } : { kind: 'sent' }),
  }),
};
const post = () => createPost({ record: pages.record, carrier, rehearsalCarrier: carrier, zalo: zaloOff('/nowhere'), from: 'chutrinh@tinh.example', settleMs: 0, linkTo: () => 'https://kehoach.tinh.example/x', now: () => later }).postBatch();
const contact = (unit: string, email?: string) => pages.record.write((tx) => tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: `Đầu mối ${unit}`, ...(email === undefined ? {} : { email }) }]));
const remind = (unit: string) => pages.record.write((tx) => tx.reminders.insertMissing([{
  id: `r-${unit}`, cycle: year.cycle, duty: planDutyId(year.cycle, unit), unit, rung: 'manual/1', to: 'unit', escalation: false, dueAt: atTime('2021-10-29', '17:00'), sentAt: pages.clock.now,
}]));
const deliveryTo = async (unit: string): Promise<Delivery> => {
  const [found] = (await pages.record.read.deliveries.list({ unit, kind: 'reminder' }, {})).items;
  if (!found) throw new Error(`nothing for ${unit}`);
  return found;
};
const recipients = ({ $ }: Shown): string[] => $('#log').find('tbody th a').toArray().map((each) => $(each).text());

beforeAll(async () => {
  pages = await openTestPages();
  year = await pages.aYear();
  later = await aWorkingMorning(pages.record);
  secretary = await pages.visitor('secretariat', parts.secretariat);
  for (const [unit, email] of [['so-nv', 'nv@tinh.example'], ['so-yt', 'mat.yt@tinh.example'], ['so-ct', 'mat.ct@tinh.example'], ['so-gddt', 'sai@tinh.example'], ['so-tp', undefined]] as const) {
    await contact(unit, email);
    await remind(unit);
  }
  await post();
});
afterAll(() => pages.close());

describe('the send log', () => {
  it('shows who was sent what and what came of it, the newest first, and says what is in doubt', async () => {
    const shown = await secretary.get('/admin/deliveries?kind=reminder');
    expect(recipients(shown)).toEqual(['Đầu mối so-tp', 'Đầu mối so-gddt', 'Đầu mối so-ct', 'Đầu mối so-yt', 'Đầu mối so-nv']);
    expect(shown.$('.page-head__lead').text()).toContain('2 thư chưa chắc đã đến');
    expect(shown.$('.page-head__lead').text()).toMatch(/\d+ người chưa có địa chỉ thư điện tử\./);
    expect(new Set(recipients(await secretary.get(shown.$('main a[href$="state=no-address"]').attr('href') ?? '')))).toEqual(new Set(['Đầu mối so-tp', 'Không có người nhận']));
    expect(shown.$('table.data').first().find('tbody tr td:nth-child(5)').toArray().map((each) => shown.$(each).text().split('\n')[0]?.trim())).toEqual(['Không có địa chỉ', 'Bị từ chối550 no such mailbox', 'Chưa chắc đã đếnTimeout', 'Chưa chắc đã đếnTimeout', 'Đã gửi']);
    expect(shown.$('table.data').last().text()).toContain('sai@tinh.example');
  });

  it('is filtered by state, unit and person, and goes out as CSV', async () => {
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&state=sent'))).toEqual(['Đầu mối so-nv']);
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&person=mat.yt'))).toEqual(['Đầu mối so-yt']);
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&order=oldest'))[0]).toBe('Đầu mối so-nv');
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&order=name')).slice(0, 2)).toEqual(['Đầu mối so-ct', 'Đầu mối so-gddt']);
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&to=2020-01-01'))).toEqual([]);
    expect(recipients(await secretary.get('/admin/deliveries?kind=reminder&channel=zalo'))).toEqual([]);
    expect(recipients(await secretary.get('/admin/deliveries?kind=khong-co&from=hom-qua&order=x&state=sent')).length).toBe(1);
    expect((await secretary.get('/admin/deliveries?unit=khong-co')).$('.empty').text()).toContain('Chưa có thư nào');
    const { text, headers } = await secretary.get('/admin/deliveries.csv?kind=reminder&unit=so-gddt');
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...rows] = text.split('\r\n').filter((line) => line !== '');
    expect([head?.startsWith('\uFEFFSố;Lúc ghi;Người nhận'), rows.length, rows[0]?.includes('Bị từ chối')]).toEqual([true, 1, true]);
  });

  it('shows the mail as it was sent, to be downloaded', async () => {
    const { id } = await deliveryTo('so-nv');
    const shown = await secretary.get(`/admin/deliveries/${id}`);
    expect(shown.$('.mail-plain').text()).toContain('Cơ quan thường trực nhắc về kế hoạch năm 2022 của Sở Nội vụ, hạn 29/10/2021');
    expect(shown.$(`form[action^="/admin/deliveries/${id}/"]`)).toHaveLength(0);
    expect(shown.$('main').text()).toContain('Tiêu đề: Cơ quan thường trực nhắc về kế hoạch năm 2022 của Sở Nội vụ, hạn 29/10/2021');
    const link = shown.$('main a[href$=".eml"]');
    expect(link.text()).toBe('Tải thư về (.eml)');
    const { headers, text } = await secretary.get(link.attr('href') ?? '');
    expect([headers['content-type'], /^To: .*<nv@tinh\.example>/m.test(text)]).toEqual([expect.stringContaining('message/rfc822'), true]);
    const framed = await secretary.get(shown.$('iframe').attr('src') ?? '');
    expect(framed.text).toContain('<strong>Sở Nội vụ</strong>');
    expect(framed.headers['content-security-policy']).toContain('sandbox');
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

describe('a mail that reached nobody', () => {
  const notice = (shown: Shown): string => shown.$('.govuk-notification-banner__heading').text().trim();

  it('cannot go out again to the address that does not work, nor to none', async () => {
    for (const [unit, why] of [['so-gddt', 'địa chỉ này không nhận được thư'], ['so-tp', 'chưa có địa chỉ thư điện tử']] as const) {
      const { id } = await deliveryTo(unit);
      const shown = await secretary.get(`/admin/deliveries/${id}`);
      expect([shown.$(`form[action="/admin/deliveries/${id}/again"]`).length, shown.$('.govuk-inset-text').text()]).toEqual([0, expect.stringContaining('Chưa gửi lại được')]);
      const refused = await secretary.post(`/admin/deliveries/${id}/again`, { _csrf: secretary.csrf(), _key: `khoa-thu-${id}` });
      expect([refused.status, refused.$('.govuk-error-summary').text()]).toEqual([422, expect.stringContaining(why)]);
    }
  });

  it('goes out again once the address is corrected, which ends its fault', async () => {
    const log = await secretary.get('/admin/deliveries');
    expect(log.$('table.data').last().find('a').toArray().map((each) => log.$(each).attr('href'))).toContain('/registers/units/so-gddt/contacts');
    expect((await secretary.get('/registers/units/so-gddt')).$('.danger').text()).toContain('Địa chỉ không nhận được thư: 550 no such mailbox');
    await secretary.fill('/registers/units/so-gddt/contacts', '/registers/units/so-gddt/contacts', { 'focal-email': 'dung@tinh.example' });
    expect(await pages.record.read.deliveries.faults()).toEqual([]);
    const { id } = await deliveryTo('so-gddt');
    expect(notice(await secretary.fill(`/admin/deliveries/${id}`, `/admin/deliveries/${id}/again`))).toContain('Đầu mối so-gddt');
    expect(await deliveryTo('so-gddt')).toMatchObject({ state: 'waiting', address: 'dung@tinh.example', attempts: 0, lastError: null });
  });

  it('or all of them at once, after a question; those of matters that are done stay', async () => {
    await contact('so-tp', 'tp@tinh.example');
    const asked = await secretary.fill('/admin/deliveries', '/admin/deliveries/resending');
    expect(asked.$('table.data tbody tr').toArray().map((each) => asked.$(each).find('td').first().text())).toContain('tp@tinh.example');
    expect((await deliveryTo('so-tp')).state).toBe('no-address');
    const resends = async () => (await pages.record.read.audit.list({ act: 'resendDelivery' }, { limit: 500 })).items.filter(({ outcome }) => outcome === 'done').length;
    const [before, offered] = [await resends(), asked.$('table.data tbody tr').length];
    const done = await secretary.post('/admin/deliveries/resending', { _csrf: secretary.csrf(), _key: 'khoa-gui-lai-het', confirmed: 'yes' });
    const again = await secretary.post('/admin/deliveries/resending', { _csrf: secretary.csrf(), _key: 'khoa-gui-lai-het', confirmed: 'yes' });
    expect([done.status, again.status, done.location]).toEqual([303, 303, '/admin/deliveries?state=waiting']);
    expect(await deliveryTo('so-tp')).toMatchObject({ state: 'waiting', address: 'tp@tinh.example' });
    expect((await resends()) - before).toBe(offered);
    await post();
    expect((await deliveryTo('so-tp')).state).toBe('sent');
  });

  it('is found among any number of them, also behind those that still cannot go out', async () => {
    await contact('so-xd');
    const many = Array.from({ length: 520 }, (_, index) => ({ id: `r-nhieu-${index}`, cycle: year.cycle, duty: planDutyId(year.cycle, 'so-xd'), unit: 'so-xd', rung: `manual/nhieu-${index}`, to: 'unit' as const, escalation: false, dueAt: atTime('2021-10-29', '17:00'), sentAt: pages.clock.now }));
    await contact('so-gtvt');
    await remind('so-gtvt');
    await pages.record.write((tx) => tx.reminders.insertMissing(many));
    await contact('so-gtvt', 'gtvt@tinh.example');
    const offered = async () => (await secretary.get('/admin/deliveries')).$('form[action="/admin/deliveries/resending"]').text();
    const before = await offered();
    expect(before).not.toBe('');
    expect((await secretary.fill('/admin/deliveries', '/admin/deliveries/resending')).$('table.data').text()).toContain('gtvt@tinh.example');
    await contact('so-xd', 'xd@tinh.example');
    expect(Number(/(\d+) thư không đến được/.exec(await offered())?.[1])).toBeGreaterThan(520);
  });

  it('of people who have an address meanwhile are not counted as people without', async () => {
    const count = async (): Promise<number> => Number(/(\d+) người chưa có địa chỉ/.exec((await secretary.get('/admin/deliveries')).$('.page-head__lead').text())?.[1] ?? 0);
    await contact('so-tnmt');
    await remind('so-tnmt');
    const before = await count();
    await contact('so-tnmt', 'tnmt@tinh.example');
    expect([before > 0, await count()]).toEqual([true, before - 1]);
  });

  it('whose address somebody knows to work loses the fault', async () => {
    await pages.record.write((tx) => tx.deliveries.faultOf('nv@tinh.example', '550 hop thu day', pages.clock.now, 'bounce'));
    const shown = await secretary.fill('/admin/deliveries', '/admin/deliveries/address-works');
    expect([notice(shown), await pages.record.read.deliveries.faults()]).toEqual([expect.stringContaining('nv@tinh.example'), []]);
  });

  it('is nothing for an agency to send', async () => {
    const agency = await pages.visitor('agency', 'so-nv');
    const { id } = await deliveryTo('so-tp');
    for (const path of [`/admin/deliveries/${id}/again`, '/admin/deliveries/resending', '/admin/deliveries/address-works']) expect((await agency.post(path, { _csrf: agency.csrf(), _key: 'khoa-co-quan' })).status).toBe(403);
  });
});

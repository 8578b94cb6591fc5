import { afterAll, beforeAll, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { createPost } from '../../notify/post.ts';
import { zaloOff } from '../../notify/zalo/zalo.ts';
import { aReminder, aWorkingMorning } from '../notify/situation.ts';
import { parts, unit } from '../support/api.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

let pages: TestPages;
beforeAll(async () => {
  pages = await openTestPages();
  const { cycle } = await pages.aYear();
  await pages.record.write(async (tx) => {
    await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Đầu mối', phone: '0905 123 456' }]);
    await tx.reminders.insertMissing([{ ...aReminder(unit, { cycle, duty: planDutyId(cycle, unit), rung: 'plan/r1/2021-10-29/-5' }), channels: ['zalo'] as const }]);
  });
  const carrier = { line: () => ({ ready: () => Promise.resolve(), send: () => Promise.resolve({ kind: 'filed' as const }), close: () => undefined }) };
  const later = await aWorkingMorning(pages.record);
  await createPost({ record: pages.record, carrier, rehearsalCarrier: carrier, zalo: { ...zaloOff('/nowhere'), carrier, rehearsalCarrier: carrier }, from: 'x@y.example', settleMs: 0, linkTo: () => null, now: () => later }).postBatch();
});
afterAll(() => pages.close());

it('a message by Zalo stands in the send log with its number, the figures that it told, and that it reached nobody while the channel is off', async () => {
  const secretary = await pages.visitor('secretariat', parts.secretariat);
  const [delivery] = (await pages.record.read.deliveries.list({ unit, kind: 'reminder' }, {})).items;
  expect(delivery).toMatchObject({ channel: 'zalo', state: 'filed' });
  expect((await secretary.get('/admin/deliveries?kind=reminder')).$('table.data').text()).toContain('84905123456');
  const { $ } = await secretary.get(`/admin/deliveries/${delivery?.id}`);
  const page = $('main').text();
  expect(page).toContain('84905123456');
  expect(page).toContain('kênh Zalo chưa bật');
  expect(page).toMatch(/unit: Sở Nội vụ\s*duty: kế hoạch năm 2022\s*due: 21\/01\/2022/);
  const link = $('main a[href$=".json"]');
  expect(link.text()).toBe('Tải tin về (.json)');
  const { headers, text } = await secretary.get(link.attr('href') ?? '');
  expect(headers['content-type']).toContain('application/json');
  expect(JSON.parse(text)).toMatchObject({ phone: '84905123456' });
  expect((await secretary.get(`/admin/deliveries/${delivery?.id}/mail.eml`)).status).toBe(404);
});

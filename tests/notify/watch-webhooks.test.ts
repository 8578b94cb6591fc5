import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpkeepActivities } from '../../activities/upkeep.ts';
import { openTestPages, type TestPages } from '../support/pages.ts';

const minute = 60_000;
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let pages: TestPages;
let start: number;
beforeAll(async () => {
  pages = await openTestPages();
  start = pages.clock.now;
  await pages.record.write(async (tx) => {
    for (const [id, state] of [['on', 'on'], ['off', 'off']] as const) await tx.webhookEndpoints.insert({ id, name: id, url: 'https://nhan-tin.example/x', events: [], secret, state, cursor: 0, createdAt: start, createdBy: '1' });
    const about = { type: 'plan.approved' as const, body: '{}', createdAt: start, nextAt: start };
    await tx.webhookDeliveries.insertMissing([{ ...about, endpoint: 'on', event: 'a' }, { ...about, endpoint: 'on', event: 'b' }, { ...about, endpoint: 'on', event: 'c' }, { ...about, endpoint: 'off', event: 'a' }]);
  });
});
afterAll(() => pages.close());

const idOf = async (event: string): Promise<number> => (await pages.record.read.webhookDeliveries.list({ endpoint: 'on' }, {})).items.find((each) => each.event === event)?.id ?? 0;
const ready = async () => (await request(pages.app.express).get('/readyz')).body as { status: string; standing: readonly string[]; message: { vi: string } };
const metric = async (name: string): Promise<number> => Number(new RegExp(`^chutrinh_${name.replaceAll(/[{}]/g, '\\$&')} (.+)$`, 'm').exec((await request(pages.app.express).get('/metrics')).text)?.[1]);

describe('messages to other systems', () => {
  it('are counted with the age of the oldest, without those of addresses that are off', async () => {
    pages.clock.now = start + 2 * minute;
    expect([await metric('webhooks{state="waiting"}'), await metric('webhooks{state="failing"}'), await metric('webhooks{state="dead"}'), await metric('webhooks_oldest_seconds')]).toEqual([3, 0, 0, 120]);
    expect((await ready()).status).toBe('ready');
  });

  it('that nobody tries say so, and what to do', async () => {
    pages.clock.now = start + 16 * minute;
    expect(await ready()).toMatchObject({ status: 'degraded', standing: ['webhooks'], message: { vi: expect.stringContaining('hệ thống khác đang chờ') } });
    const { $ } = await (await pages.visitor('administrator', 'so-tttt')).get('/admin/system');
    expect($('table.data').text()).toMatch(/Tin chờ gửi tới hệ thống khác\s+3\s+16 phút\s+cần xem Không ai gửi/);
  });

  it('that fail are the other system\'s to mend: seen in the figures, and the system is ready', async () => {
    const later = pages.clock.now + minute;
    for (const event of ['a', 'b']) await pages.record.write(async (tx) => tx.webhookDeliveries.settle(await idOf(event), { lastStatus: 503, nextAt: later }));
    await pages.record.write(async (tx) => tx.webhookDeliveries.settle(await idOf('c'), { state: 'dead', lastStatus: 500 }));
    expect([await metric('webhooks{state="waiting"}'), await metric('webhooks{state="failing"}'), await metric('webhooks{state="dead"}'), await metric('webhooks_overdue_seconds')]).toEqual([2, 2, 1, 0]);
    expect(await ready()).toMatchObject({ status: 'ready', standing: [] });
    const { $ } = await (await pages.visitor('administrator', 'so-tttt')).get('/admin/system');
    expect($('.page-head__lead').text()).toContain('2 mục dưới đây cần xem.');
    expect($('table.data').text()).toMatch(/Tin đã thôi gửi\s+1\s+–\s+cần xem Khi hệ thống nhận hoạt động lại/);
  });

  it('that arrived are forgotten after a month by the nightly upkeep; what waits or was given up stays', async () => {
    const delivered = pages.clock.now;
    await pages.record.write(async (tx) => tx.webhookDeliveries.settle(await idOf('a'), { state: 'delivered', deliveredAt: delivered }));
    const upkeep = (days: number) => createUpkeepActivities({ record: pages.record, now: () => delivered + days * 86_400_000, heartbeat: () => undefined, rebuild: async () => ({ checked: 0, started: 0 }) });
    const left = async () => (await pages.record.read.webhookDeliveries.list({ endpoint: 'on' }, {})).items.map(({ event, state }) => `${event} ${state}`).sort();
    await upkeep(30).clearDelivered();
    expect(await left()).toEqual(['a delivered', 'b waiting', 'c dead']);
    await upkeep(31).clearDelivered();
    expect(await left()).toEqual(['b waiting', 'c dead']);
  });
});

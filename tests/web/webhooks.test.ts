import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookSender } from '../../notify/webhooks/sender.ts';
import { parts, planOfUnit, unit } from '../support/api.ts';
import { openTestPages, type TestPages, type Visitor } from '../support/pages.ts';

let pages: TestPages;
let administrator: Visitor;
const sent: { url: string; id: string; type: string }[] = [];
/** The sender of the worker, over a wire of the test. */
const round = (now = pages.clock.now) => createWebhookSender({
  record: pages.record, allowsPrivate: true, now: () => now,
  post: async ({ url, headers, body }) => {
    sent.push({ url, id: headers['webhook-id'] ?? '', type: (JSON.parse(body) as { type: string }).type });
    return 200;
  },
}).round();

beforeAll(async () => {
  pages = await openTestPages();
  administrator = await pages.visitor('administrator', parts.secretariat);
});
afterAll(() => pages.close());

/** Registers one on the page; answers the path of its own. */
async function register(url: string): Promise<string> {
  const once = await administrator.fill('/admin/webhooks/new', '/admin/webhooks/new', { name: 'Trục liên thông', url, events: ['duty.submitted', 'plan.approved'] });
  expect(once.$('#secret').text(), once.$('main').text()).toMatch(/^whsec_[\w+/]+=*$/);
  const path = once.$('main a[href^="/admin/webhooks/"]').last().attr('href') ?? '';
  expect((await administrator.get(path)).text).not.toContain(once.$('#secret').text());
  return path;
}

describe('the pages of webhooks', () => {
  it('register an address, test it, show what was delivered, send the dead again, switch off', async () => {
    const path = await register('https://truc.gialai.example/hook');
    expect((await administrator.get('/admin/webhooks')).text).toContain('Trục liên thông');
    expect((await administrator.fill(path, `${path}/test`)).text).toContain('đang được gửi');
    const year = await pages.aYear();
    const submitted = await (await pages.as('agency', unit)).post(`${year.plan}/submissions`, { content: planOfUnit() });
    expect(submitted.status, submitted.text.slice(0, 500)).toBe(201);
    await round();
    expect(sent.map(({ type }) => type)).toEqual(['webhook.test', 'duty.submitted']);
    const shown = await administrator.get(path);
    expect(shown.$('tbody tr').length).toBe(2);
    expect(shown.text).toContain('mã 200');

    await pages.record.write((tx) => tx.webhookDeliveries.insertMissing([{ endpoint: path.split('/')[3] ?? '', event: 'evt_hong', type: 'plan.approved', body: '{"type":"plan.approved"}', nextAt: 0, createdAt: pages.clock.now }]));
    await pages.record.write((tx) => tx.webhookDeliveries.giveUp(path.split('/')[3] ?? '', 'timeout'));
    const dead = await administrator.get(`${path}?state=dead`);
    expect(dead.$('tbody tr').length).toBe(1);
    expect(dead.text).toContain('không có trả lời: timeout');
    expect((await administrator.fill(path, `${path}/replay`)).text).toContain('sẽ được gửi lại ngay');
    await round();
    expect(sent.at(-1)).toMatchObject({ id: 'evt_hong' });

    expect((await administrator.fill(path, `${path}/switch`)).text).toContain('Đã tắt');
    const before = sent.length;
    await pages.record.write((tx) => tx.audit.append([{ at: pages.clock.now, actor: 'workflow:x', act: 'approve', cycle: year.cycle, unit, subject: 'plan', outcome: 'done', details: {} }]));
    await round();
    expect(sent).toHaveLength(before);
  });

  it('keep what was typed when the address is not allowed, or nothing is to be told', async () => {
    const refused = await administrator.fill('/admin/webhooks/new', '/admin/webhooks/new', { name: 'Cổng cũ', url: 'http://cong-cu.example/x', events: ['plan.approved'] });
    expect(refused.status).toBe(422);
    expect(refused.$('#url-error').text()).toContain('https://');
    expect([refused.$('#name').val(), refused.$('#url').val(), refused.$('input[value="plan.approved"]').is(':checked')]).toEqual(['Cổng cũ', 'http://cong-cu.example/x', true]);
    const empty = await administrator.fill('/admin/webhooks/new', '/admin/webhooks/new', { name: 'Cổng cũ', url: 'https://cong-cu.example/x' });
    expect([empty.status, empty.$('#events-error').length]).toEqual([422, 1]);
  });

  it('are the administrator\'s alone', async () => {
    const path = await register('https://khac.gialai.example/hook');
    const secretary = await pages.visitor('secretariat', parts.secretariat);
    for (const each of ['/admin/webhooks', '/admin/webhooks/new', path]) expect((await secretary.get(each)).status).toBe(403);
    expect((await secretary.post(`${path}/switch`, { _csrf: secretary.csrf(), _key: 'khoa-cua-mau-don', state: 'off' })).status).toBe(403);
    expect((await administrator.get('/admin/webhooks/khong-co')).status).toBe(404);
  });
});

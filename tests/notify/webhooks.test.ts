import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewAuditRow } from '../../domain/audit.ts';
import { retryWaits, webhookEvents, type DeliveryState, type WebhookDelivery, type WebhookEndpoint } from '../../domain/webhook.ts';
import { postWebhook } from '../../notify/webhooks/post.ts';
import { createWebhookSender } from '../../notify/webhooks/sender.ts';
import { aCycle } from '../prisma/rows.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { until } from '../support/until.ts';

interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the other system answers; `silent` never does. */
type Answer = number | 'silent';

/** Another system: an HTTP server of this machine that keeps what arrives. */
class Receiver {
  readonly arrived: Arrived[] = [];
  answer: (arrived: Arrived) => Answer = () => 204;
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const arrived = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      this.arrived.push(arrived);
      const answer = this.answer(arrived);
      if (answer !== 'silent') response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end('x'.repeat(1000));
    });
  });
  start = () => new Promise<void>((done) => void this.#server.listen(0, '127.0.0.1', done));
  get url() { return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`; }
  get ids() { return this.arrived.map(({ headers }) => headers['webhook-id']); }
  stop = () => new Promise<void>((done) => {
    this.#server.closeAllConnections();
    this.#server.close(() => done());
  });
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const fact = (more: Partial<NewAuditRow> = {}): NewAuditRow =>
  ({ at: Date.UTC(2022, 0, 20), actor: 'account:1', act: 'submit', cycle: '2022-gl', unit: 'so-nv', subject: 'plan/2022-gl/so-nv', outcome: 'done', details: { to: 'submitted', reason: 'kín' }, ...more });

let record: TestRecord;
let receiver: Receiver;
let now: number;
beforeAll(async () => {
  record = await openTestRecord();
  await record.write(async (tx) => {
    await tx.cycles.insert(aCycle('2022-gl'));
    await tx.cycles.insert(aCycle('2022-dt', { rehearsal: true }));
  });
});
afterAll(() => record.close());
beforeEach(async () => {
  now = Date.now();
  receiver = new Receiver();
  await receiver.start();
});
afterEach(async () => {
  for (const { id } of await record.read.webhookEndpoints.list()) await record.write((tx) => tx.webhookEndpoints.update(id, { state: 'off' }));
  await receiver.stop();
});

const sender = (more: Partial<Parameters<typeof createWebhookSender>[0]> = {}) => createWebhookSender({ record, allowsPrivate: true, now: () => now, timeoutMs: 10_000, ...more });
const tell = (...rows: readonly Partial<NewAuditRow>[]) => record.write((tx) => tx.audit.append(rows.map(fact)));

async function anEndpoint(id: string, more: Partial<WebhookEndpoint> = {}): Promise<string> {
  await record.write(async (tx) => tx.webhookEndpoints.insert({ id, name: id, url: receiver.url, events: webhookEvents, secret, state: 'on', cursor: await tx.audit.lastId(), createdAt: now, createdBy: '1', ...more }));
  return id;
}
const deliveries = async (endpoint: string): Promise<readonly WebhookDelivery[]> => (await record.read.webhookDeliveries.list({ endpoint }, {})).items.toReversed();
const states = async (endpoint: string): Promise<readonly DeliveryState[]> => (await deliveries(endpoint)).map(({ state }) => state);

describe('webhooks', () => {
  it('are signed so that the library of the standard verifies them, and hold ids only', async () => {
    await anEndpoint('signed');
    await tell({});
    await sender().round();
    const [only] = receiver.arrived;
    if (!only) throw new Error('nothing arrived');
    const told = new Webhook(secret).verify(only.body, only.headers as Record<string, string>);
    expect(told).toEqual({ type: 'duty.submitted', timestamp: '2022-01-20T00:00:00.000Z', data: { act: 'submit', cycle: '2022-gl', unit: 'so-nv', subject: 'plan/2022-gl/so-nv', state: 'submitted' } });
    expect(() => new Webhook(secret).verify(`${only.body} `, only.headers as Record<string, string>)).toThrow();
    expect(await states('signed')).toEqual(['delivered']);
  });

  it('go out in the order of the record, once, to those who want them; not for rehearsals, refusals or other acts', async () => {
    await anEndpoint('all');
    await tell({ act: 'submit' }, { act: 'extend' }, { act: 'approve' }, { act: 'submit', outcome: 'refused' }, { act: 'submit', cycle: '2022-dt' }, { act: 'returnReport' }, { act: 'accept' }, { act: 'publishGuidance' }, { act: 'freezeQuarter' });
    const both = [sender(), sender()];
    await Promise.all(both.map((each) => each.round()));
    await until('everything delivered', async () => (await states('all')).every((state) => state === 'delivered'));
    expect(receiver.arrived.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['duty.submitted', 'plan.approved', 'duty.returned', 'report.accepted', 'cycle.published', 'quarter.frozen']);
    await sender().round();
    expect(receiver.arrived).toHaveLength(6);
    await anEndpoint('late', { events: ['plan.approved'] });
    await tell({ act: 'submit' }, { act: 'approve' });
    await sender().round();
    expect((await deliveries('late')).map(({ type }) => type)).toEqual(['plan.approved']);
  });

  it('tell an endpoint nothing of what happened before it was registered, though another one still waits for that', async () => {
    await anEndpoint('early');
    await tell({});
    await anEndpoint('newcomer');
    await tell({ act: 'approve' });
    await sender().round();
    expect([(await deliveries('early')).length, (await deliveries('newcomer')).map(({ type }) => type)]).toEqual([2, ['plan.approved']]);
  });

  it('are tried again after each wait under the same id, freshly signed', async () => {
    await anEndpoint('retry');
    receiver.answer = () => (receiver.arrived.length < 3 ? 503 : 200);
    await tell({});
    await sender().round();
    await sender().round();
    expect(receiver.arrived).toHaveLength(1);
    for (const wait of retryWaits.slice(0, 2)) {
      now += wait - 1;
      const before = receiver.arrived.length;
      await sender().round();
      expect(receiver.arrived).toHaveLength(before);
      now += 1;
      await sender().round();
      expect(receiver.arrived).toHaveLength(before + 1);
    }
    expect(new Set(receiver.ids).size).toBe(1);
    const last = receiver.arrived.at(-1);
    expect(last?.headers['webhook-signature']).toBe(new Webhook(secret).sign(String(receiver.ids[0]), new Date(now), last?.body ?? ''));
    expect(await deliveries('retry')).toMatchObject([{ state: 'delivered', attempts: 3, lastStatus: 200 }]);
  });

  it('that fail do not hold up what comes after them', async () => {
    await anEndpoint('passing');
    receiver.answer = ({ body }) => (body.includes('"so-hong"') ? 500 : 200);
    await tell({ unit: 'so-hong' }, { unit: 'so-nv' });
    await sender().round();
    await sender().round();
    expect(await states('passing')).toEqual(['waiting', 'delivered']);
  });

  it('are dead after the last try, and live again when replayed', async () => {
    await anEndpoint('dead');
    receiver.answer = () => 500;
    await tell({});
    for (const wait of [0, ...retryWaits]) {
      now += wait;
      await sender().round();
    }
    expect(await deliveries('dead')).toMatchObject([{ state: 'dead', attempts: retryWaits.length + 1, lastStatus: 500 }]);
    now += 1e9;
    await sender().round();
    expect(receiver.arrived).toHaveLength(retryWaits.length + 1);
    receiver.answer = () => 200;
    await record.write((tx) => tx.webhookDeliveries.replay('dead', now));
    await sender().round();
    expect(await states('dead')).toEqual(['delivered']);
    expect(new Set(receiver.ids).size).toBe(1);
  });

  it('end when the receiver answers 410: the endpoint is off and nothing more is sent', async () => {
    await anEndpoint('gone');
    receiver.answer = () => 410;
    await tell({}, {});
    await sender().round();
    await tell({});
    now += 1e9;
    await sender().round();
    expect(receiver.arrived).toHaveLength(1);
    expect((await record.read.webhookEndpoints.find('gone'))?.state).toBe('gone');
    expect(await states('gone')).toEqual(['dead', 'dead']);
    expect((await record.read.audit.list({ subject: 'webhook:gone' }, {})).items).toMatchObject([{ act: 'switchWebhook', details: { to: 'gone' } }]);
  });

  it('give up waiting for a receiver that says nothing, and do not follow redirects', async () => {
    await anEndpoint('slow');
    receiver.answer = () => 'silent';
    await tell({});
    await sender({ timeoutMs: 50 }).round();
    expect(await deliveries('slow')).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: null, lastError: 'timeout' }]);
    receiver.answer = () => 302;
    now += retryWaits[0] ?? 0;
    await sender().round();
    expect(await deliveries('slow')).toMatchObject([{ state: 'waiting', attempts: 2, lastStatus: 302 }]);
    expect(receiver.arrived).toHaveLength(2);
  });

  it('are sent again when a sender died in between: at least once, by its id told apart', async () => {
    await anEndpoint('crash');
    await tell({});
    const dying = sender({ post: () => new Promise<number>(() => undefined) });
    void dying.round();
    await until('the claim', async () => (await deliveries('crash')).some(({ attempts }) => attempts === 1));
    await sender().round();
    expect(receiver.arrived).toHaveLength(0);
    now += 10 * 60_000;
    await sender().round();
    expect(await deliveries('crash')).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('run until they are stopped', async () => {
    await anEndpoint('running');
    const running = sender({ everyMs: 5 });
    const over = running.run();
    await tell({});
    await until('delivery', async () => (await states('running'))[0] === 'delivered');
    await running.stop();
    await over;
  });

  it.each(['https://127.0.0.1/x', 'https://10.1.2.3/x', 'https://[::1]/x', 'https://[::ffff:10.0.0.1]/x', 'https://169.254.169.254/latest', 'https://localhost/x', 'https://localhost./x', 'https://may-chu/x', 'https://may-chu./x', 'https://0x7f.1/x', 'https://a:b@chutrinh.example/x', 'http://chutrinh.example/x', 'https://192.168.1.5/x', 'https://[fe80::1]/x', 'https://[fd00::1]/x'])('unless the environment allows it never go to %s', async (url) => {
    await expect(postWebhook({ url, headers: {}, body: '{}', timeoutMs: 1_000, allowsPrivate: false })).rejects.toThrow(/^(private-address|not-https|with-credentials)$/);
  });
});

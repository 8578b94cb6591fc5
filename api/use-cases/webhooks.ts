import { randomBytes, randomUUID } from 'node:crypto';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { webhookAddressFault } from '../../domain/webhook-address.ts';
import { testEvent, type DeliveryState, type WebhookDelivery, type WebhookEndpoint, type WebhookEvent } from '../../domain/webhook.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

/** Whoever may read endpoints does not read their secrets. */
export interface WebhookView extends Omit<WebhookEndpoint, 'secret' | 'cursor' | 'createdBy'> {
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
}

export type DeliveryView = Omit<WebhookDelivery, 'body'>;

const row = (desk: Desk, caller: Caller, act: string, id: string, details: Readonly<Record<string, unknown>>) =>
  ({ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: null, subject: `webhook:${id}`, outcome: 'done' as const, details });

export async function listWebhooks(desk: Desk): Promise<readonly WebhookView[]> {
  return Promise.all((await desk.record.read.webhookEndpoints.list()).map((endpoint) => viewOf(desk, endpoint)));
}

/** Throws `not-found`. */
export async function getWebhook(desk: Desk, id: string): Promise<WebhookView> {
  return viewOf(desk, await endpointOf(desk, id));
}

export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** Tells an address of what happens from now on. `secret` is shown this once. */
export async function createWebhook(desk: Desk, caller: Caller, { name, url, events }: NewWebhook): Promise<WebhookView & { readonly secret: string }> {
  const fault = webhookAddressFault(url, desk);
  if (fault !== undefined) throw new Refused('invalid-input', { errors: [{ pointer: '/url', code: fault, value: url, accepted: 'https://…' }] });
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const endpoint = await commit(desk, caller, async (tx) => {
    const made: WebhookEndpoint = { id: randomUUID(), name, url, events: [...new Set(events)], secret, state: 'on', cursor: await tx.audit.lastId(), createdAt: desk.now(), createdBy: caller.actor.id };
    await tx.webhookEndpoints.insert(made);
    await tx.audit.append([row(desk, caller, 'createWebhook', made.id, { name, host: new URL(url).host, events: made.events })]);
    return made;
  });
  return { ...(await viewOf(desk, endpoint)), secret };
}

/** Off: nothing more is sent, and what waits, waits. On again: with what waits, and with what happens from now on. */
export async function switchWebhook(desk: Desk, caller: Caller, id: string, state: 'on' | 'off'): Promise<WebhookView> {
  await endpointOf(desk, id);
  await commit(desk, caller, async (tx) => {
    const before = await tx.webhookEndpoints.find(id);
    if (!before || before.state === state) return { state };
    await tx.webhookEndpoints.update(id, { state, ...(state === 'on' ? { cursor: await tx.audit.lastId() } : {}) });
    await tx.audit.append([row(desk, caller, 'switchWebhook', id, { from: before.state, to: state })]);
    return { state };
  });
  return getWebhook(desk, id);
}

/** Sends a message that tells of nothing. `wrong-stage` while the endpoint is off. */
export async function testWebhook(desk: Desk, caller: Caller, id: string): Promise<Pick<WebhookDelivery, 'event'>> {
  const { state } = await endpointOf(desk, id);
  if (state !== 'on') throw new Refused('wrong-stage', { figures: { act: 'testWebhook', state } });
  const at = desk.now();
  const event = `test_${randomUUID()}`;
  const body = JSON.stringify({ type: testEvent, timestamp: new Date(at).toISOString(), data: {} });
  return commit(desk, caller, async (tx) => {
    await tx.webhookDeliveries.insertMissing([{ endpoint: id, event, type: testEvent, body, nextAt: at, createdAt: at }]);
    await tx.audit.append([row(desk, caller, 'testWebhook', id, {})]);
    return { event };
  });
}

export async function listDeliveries(desk: Desk, id: string, { state, ...page }: { readonly state?: DeliveryState } & PageRequest): Promise<Page<DeliveryView>> {
  await endpointOf(desk, id);
  const found = await desk.record.read.webhookDeliveries.list({ endpoint: id, ...(state === undefined ? {} : { state }) }, page);
  return { ...found, items: found.items.map(({ body: _, ...view }) => view) };
}

/** Sends dead deliveries again, under the ids that they had: one, or all of the endpoint. */
export async function replayDeliveries(desk: Desk, caller: Caller, id: string, delivery?: number): Promise<{ readonly replayed: number }> {
  await endpointOf(desk, id);
  return commit(desk, caller, async (tx) => {
    const replayed = await tx.webhookDeliveries.replay(id, desk.now(), delivery);
    if (delivery !== undefined && replayed === 0) throw new Refused('not-found', { figures: { subject: `delivery ${delivery}` } });
    if (replayed > 0) await tx.audit.append([row(desk, caller, 'replayDeliveries', id, { replayed, ...(delivery === undefined ? {} : { delivery }) })]);
    return { replayed };
  });
}

async function endpointOf({ record }: Desk, id: string): Promise<WebhookEndpoint> {
  const endpoint = await record.read.webhookEndpoints.find(id);
  if (!endpoint) throw new Refused('not-found', { figures: { subject: `webhook:${id}` } });
  return endpoint;
}

async function viewOf({ record }: Desk, { secret: _secret, cursor: _cursor, createdBy: _by, ...view }: WebhookEndpoint): Promise<WebhookView> {
  return { ...view, deliveries: await record.read.webhookDeliveries.countByState(view.id) };
}

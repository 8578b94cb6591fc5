import { Webhook } from 'standardwebhooks';
import type { RecordStore } from '../../domain/ports/record.ts';
import { retryWaits, type WebhookDelivery, type WebhookEndpoint } from '../../domain/webhook.ts';
import type { Post } from './post.ts';

export interface AttemptDeps {
  readonly record: RecordStore;
  readonly post: Post;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly allowsPrivate: boolean;
}

interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
}

/** Nobody else takes a delivery for so long: a sender that died in between is replaced after it. */
const leaseOf = (timeoutMs: number): number => timeoutMs * 2 + 30_000;

/** Tries the oldest delivery that is due. True when it went through, so that the next one may follow. */
export async function attemptNext(deps: AttemptDeps, id: string): Promise<boolean> {
  const { record, now, timeoutMs } = deps;
  const endpoint = await record.read.webhookEndpoints.find(id);
  if (endpoint?.state !== 'on') return false;
  const delivery = await record.write((tx) => tx.webhookDeliveries.claimNext(id, now(), now() + leaseOf(timeoutMs)));
  if (!delivery) return false;
  const outcome = await send(deps, endpoint, delivery);
  return settle(deps, delivery, outcome);
}

async function send({ post, now, timeoutMs, allowsPrivate }: AttemptDeps, { url, secret }: WebhookEndpoint, { event, body }: WebhookDelivery): Promise<Outcome> {
  const at = new Date(now());
  const headers = { 'webhook-id': event, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': new Webhook(secret).sign(event, at, body) };
  try {
    return { status: await post({ url, headers, body, timeoutMs, allowsPrivate }), error: null };
  } catch (error) {
    return { status: null, error: messageOf(error) };
  }
}

/** A code where there is one: messages of the system repeat addresses. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.slice(0, 200);
}

async function settle({ record, now }: AttemptDeps, { id, endpoint, attempts }: WebhookDelivery, { status, error }: Outcome): Promise<boolean> {
  const last = { lastStatus: status, lastError: error };
  const isDone = status !== null && status >= 200 && status < 300;
  const wait = retryWaits[attempts - 1];
  await record.write(async (tx) => {
    if (isDone) return tx.webhookDeliveries.settle(id, { ...last, state: 'delivered', deliveredAt: now() });
    if (status === 410 || wait === undefined) await tx.webhookDeliveries.settle(id, { ...last, state: 'dead' });
    else await tx.webhookDeliveries.settle(id, { ...last, nextAt: now() + wait });
    if (status !== 410) return;
    await tx.webhookEndpoints.update(endpoint, { state: 'gone' });
    await tx.webhookDeliveries.giveUp(endpoint, 'gone');
    await tx.audit.append([{ at: now(), actor: 'system:webhooks', act: 'switchWebhook', cycle: null, unit: null, subject: `webhook:${endpoint}`, outcome: 'done', details: { to: 'gone', status } }]);
  });
  return isDone;
}

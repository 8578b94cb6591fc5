import type { AuditRow } from './audit.ts';
import type { Instant } from './date.ts';

/** What other systems can be told of. */
export const webhookEvents = ['duty.submitted', 'duty.returned', 'plan.approved', 'report.accepted', 'cycle.published', 'quarter.frozen'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Sent by hand, to see whether an address answers. */
export const testEvent = 'webhook.test';

const eventOfAct: Readonly<Record<string, WebhookEvent>> = {
  submit: 'duty.submitted',
  concludeReturn: 'duty.returned', returnPlan: 'duty.returned', returnReport: 'duty.returned',
  approve: 'plan.approved',
  accept: 'report.accepted',
  publishGuidance: 'cycle.published',
  freezeQuarter: 'quarter.frozen',
};

/** The event that a committed fact is; undefined when others are not told of it. */
export function webhookEventOf({ act, outcome }: Pick<AuditRow, 'act' | 'outcome'>): WebhookEvent | undefined {
  return outcome === 'done' && Object.hasOwn(eventOfAct, act) ? eventOfAct[act] : undefined;
}

/** `gone`: it answered 410 and wants nothing more. */
export type WebhookState = 'on' | 'off' | 'gone';

/** An address of another system. Told of what is written to the audit chain after `cursor`. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Signs what is sent, as Standard Webhooks writes it: `whsec_` and base64. Kept readable, for signing; shown once. */
  readonly secret: string;
  readonly state: WebhookState;
  /** Id of the last audit row that was looked at for it. */
  readonly cursor: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
}

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
/** `dead`: not tried any more, until somebody replays it. */
export type DeliveryState = (typeof deliveryStates)[number];

/** One event for one endpoint. */
export interface WebhookDelivery {
  readonly id: number;
  readonly endpoint: string;
  /** `webhook-id`: the same in every attempt and every replay, so that receivers can tell repetitions. Unique with the endpoint. */
  readonly event: string;
  readonly type: WebhookEvent | typeof testEvent;
  /** JSON exactly as sent. */
  readonly body: string;
  readonly state: DeliveryState;
  /** Begun since it was written or last replayed. */
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
}

export type NewWebhookDelivery = Pick<WebhookDelivery, 'endpoint' | 'event' | 'type' | 'body' | 'nextAt' | 'createdAt'>;

/** The message that tells of an audit row: ids and states, never what a plan says and nobody's name. */
export function webhookMessageOf(row: AuditRow, type: WebhookEvent): Pick<WebhookDelivery, 'event' | 'type' | 'body'> {
  const { id, at, act, cycle, unit, subject, details } = row;
  const to = typeof details['to'] === 'string' ? { state: details['to'] } : {};
  return { event: `evt_${id}`, type, body: JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: { act, cycle, unit, subject, ...to } }) };
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits after the first, second … failed attempt (Standard Webhooks, "Retry schedule"); after the last one a delivery is dead: three days and a half. */
export const retryWaits: readonly number[] = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

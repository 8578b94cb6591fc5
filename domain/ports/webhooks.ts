import type { Instant } from '../date.ts';
import type { DeliveryState, NewWebhookDelivery, WebhookDelivery, WebhookEndpoint } from '../webhook.ts';
import type { Page, PageRequest } from './page.ts';

export interface WebhookEndpoints {
  find(id: string): Promise<WebhookEndpoint | undefined>;
  /** By name. */
  list(): Promise<readonly WebhookEndpoint[]>;
  insert(endpoint: WebhookEndpoint): Promise<void>;
  update(id: string, changes: Partial<Pick<WebhookEndpoint, 'state' | 'cursor'>>): Promise<void>;
}

export interface DeliveryFilter {
  readonly endpoint: string;
  readonly state?: DeliveryState;
}

export interface WebhookBacklog {
  /** To be sent to addresses that are on, now or later. */
  readonly waiting: number;
  /** Age in ms of the oldest of them. */
  readonly oldestMs: number;
  /** Those of them that have failed at least once. */
  readonly failing: number;
  /** For how long the one that is due longest has not been tried, in ms: nobody sends. */
  readonly overdueMs: number;
  /** Given up, until somebody replays them. */
  readonly dead: number;
}

export interface WebhookDeliveries {
  /** The newest first. */
  list(filter: DeliveryFilter, page: PageRequest): Promise<Page<WebhookDelivery>>;
  countByState(endpoint: string): Promise<Readonly<Record<DeliveryState, number>>>;
  /** Leaves out those whose endpoint has the event already. */
  insertMissing(deliveries: readonly NewWebhookDelivery[]): Promise<void>;
  /** Endpoints that are on and have something due. */
  dueEndpoints(now: Instant): Promise<readonly string[]>;
  /** Takes the endpoint's oldest due delivery: counts the attempt and keeps everybody off it until `until`. */
  claimNext(endpoint: string, now: Instant, until: Instant): Promise<WebhookDelivery | undefined>;
  /** What came of the attempt; without effect when it has been delivered meanwhile. */
  settle(id: number, changes: Partial<Pick<WebhookDelivery, 'state' | 'nextAt' | 'lastStatus' | 'lastError' | 'deliveredAt'>>): Promise<void>;
  backlog(now: Instant): Promise<WebhookBacklog>;
  /** Forgets what was delivered before; answers how many. */
  removeDelivered(before: Instant): Promise<number>;
  /** Everything of the endpoint that waits is dead. */
  giveUp(endpoint: string, reason: string): Promise<number>;
  /** Dead ones of the endpoint wait again, from the first attempt on: one, or all of them. Answers how many. */
  replay(endpoint: string, at: Instant, id?: number): Promise<number>;
}

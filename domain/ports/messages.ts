import type { Instant } from '../date.ts';
import type { NewOutboxMessage, OutboxMessage } from '../outbox.ts';

export interface Outbox {
  append(messages: readonly NewOutboxMessage[], at: Instant): Promise<void>;
  /**
   * Oldest undelivered messages, at most `limit`, whose lease has run out; leases them to `owner` until `until`.
   * A workflow whose earlier message is leased elsewhere is passed over, so that order holds.
   */
  lease(owner: string, limit: number, now: number, until: number): Promise<readonly OutboxMessage[]>;
  delivered(ids: readonly number[], at: number): Promise<void>;
  /** Frees the lease and counts the attempt; not tried again before `notBefore`. */
  failed(ids: readonly number[], error: string, notBefore: number): Promise<void>;
  /** Undelivered messages and the age of the oldest in ms, for readiness and metrics. */
  backlog(now: number): Promise<{ readonly count: number; readonly oldestMs: number }>;
  removeDelivered(before: number): Promise<number>;
}

export interface StoredAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

export interface IdempotencyKeys {
  find(account: string, key: string): Promise<StoredAnswer | undefined>;
  /** In the same transaction as the act it belongs to. Throws `Refused('idempotency-running')` when the key exists. */
  insert(account: string, key: string, answer: StoredAnswer, at: Instant): Promise<void>;
  removeOlder(at: Instant): Promise<number>;
}

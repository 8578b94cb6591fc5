import type { Delivery, DeliveryState } from '../delivery.ts';
import type { Page, PageRequest } from './page.ts';

export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly cycle?: string;
  readonly unit?: string;
  readonly subject?: string;
  /** Part of a name or address. */
  readonly person?: string;
}

/** A mail as it is handed to the mail server. */
export interface Mail {
  /** Message-ID without brackets. */
  readonly id: string;
  readonly raw: string;
}

/** What became of an attempt; `notBefore` is when the next one may be made. */
export type DeliveryEnd =
  | { readonly state: 'sent' | 'filed' | 'withdrawn' }
  | { readonly state: 'failed' | 'uncertain'; readonly error: string }
  | { readonly state: 'waiting'; readonly error: string; readonly notBefore: number };

export interface MailBacklog {
  /** To be sent, now or later. */
  readonly waiting: number;
  /** Age in ms of the oldest of them. */
  readonly oldestMs: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** Rows are written by the repositories of reminders, decisions and directives, in the transaction of what they tell of. Times are real. */
export interface Deliveries {
  find(id: number): Promise<Delivery | undefined>;
  /** The newest first. */
  list(filter: DeliveryFilter, page: PageRequest): Promise<Page<Delivery>>;
  /** How many rows the claim would look at, for a look without a transaction. */
  claimable(now: number, settled: number): Promise<number>;
  /**
   * Everything that waits for at most `people` addresses and was written before `settled`, leased to `owner` until `until`. What a dead sender left is settled
   * first: not yet handed over, it waits again; a reminder that was being handed over becomes uncertain.
   */
  claim(owner: string, people: number, times: { readonly now: number; readonly until: number; readonly settled: number }): Promise<readonly Delivery[]>;
  /** Just before it is handed over: keeps the mail and prolongs the lease. False when the rows are not `owner`'s any more: then it must not be sent. */
  begin(owner: string, ids: readonly number[], mail: Mail, now: number, until: number): Promise<boolean>;
  /** In one update, of rows that `owner` claimed. */
  end(owner: string, ids: readonly number[], end: DeliveryEnd, now: number): Promise<void>;
  /** An uncertain one goes out after all, or is let be; false when it is not uncertain. */
  settle(id: number, to: 'waiting' | 'dismissed', now: number): Promise<boolean>;
  findMail(id: string): Promise<Mail | undefined>;
  backlog(now: number): Promise<MailBacklog>;
  /** Remembers why an address was refused for good; `null` when mail gets through to it. */
  faultOf(address: string, reason: string | null, now: number): Promise<void>;
  faults(): Promise<readonly { readonly address: string; readonly reason: string; readonly at: number }[]>;
}

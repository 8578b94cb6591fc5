import type { Delivery, DeliveryChannel, DeliveryState } from '../delivery.ts';
import type { NoticeKind } from '../notice.ts';
import type { Page, PageRequest } from './page.ts';

export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly cycle?: string;
  readonly unit?: string;
  readonly subject?: string;
  /** Part of a name or address. */
  readonly person?: string;
  readonly channel?: DeliveryChannel;
  readonly kind?: NoticeKind;
  /** Written at or after it, and before; real time. */
  readonly from?: number;
  readonly before?: number;
}

export const deliveryOrders = ['newest', 'oldest', 'due', 'unit', 'name', 'state'] as const;
export type DeliveryOrder = (typeof deliveryOrders)[number];

/** An address that does not work: refused by our mail server, or reported later by theirs. */
export interface AddressFault {
  readonly address: string;
  readonly reason: string;
  readonly at: number;
  readonly kind: 'refusal' | 'bounce';
}

/** Where a mail that did not arrive is to go now. */
export type NewRecipient = Pick<Delivery, 'person' | 'name' | 'language'> & { readonly address: string };

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
  /** Age in ms of the oldest of them; what rests until the office opens has none before. */
  readonly oldestMs: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** Rows are written by the repositories of reminders, decisions and directives, in the transaction of what they tell of. Times are real. */
export interface Deliveries {
  find(id: number): Promise<Delivery | undefined>;
  /** By default the newest first. */
  list(filter: DeliveryFilter, page: PageRequest, order?: DeliveryOrder): Promise<Page<Delivery>>;
  /** How many rows the claim would look at, for a look without a transaction. */
  claimable(now: number, settled: number): Promise<number>;
  /**
   * Everything that waits for at most `people` mailboxes for which nothing was written since `settled` (or not for long enough), leased to `owner` until `until`; reminders that are to be tried again later too, when their
   * mailbox gets a mail of the same cycle now. What a dead sender left is settled first: not yet handed over, it waits again; a reminder that was being handed over becomes uncertain.
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
  /** Whom nothing could reach in these cycles, by channel, each once for each unit that it was about. */
  unaddressed(cycles: readonly string[]): Promise<readonly Pick<Delivery, 'channel' | 'unit' | 'person'>[]>;
  /** How many stand in each state, by channel; what is none is left out. */
  countByChannel(): Promise<readonly { readonly channel: DeliveryChannel; readonly state: DeliveryState; readonly count: number }[]>;
  /** What went out under a Message-ID. */
  ofMail(id: string): Promise<readonly Delivery[]>;
  /** They came back: nobody got them. */
  bounced(ids: readonly number[], reason: string, now: number): Promise<void>;
  /** One that was refused, came back or had no address goes out again, to whom it should; false when it is none of these any more. */
  resend(id: number, to: NewRecipient, now: number): Promise<boolean>;
  /** What waits for a person goes to the new address. */
  readdress(person: string, address: string): Promise<void>;
  /** Remembers why an address does not work; `null` forgets a refusal when mail gets through, but no bounce: that comes after a mail got through. */
  faultOf(address: string, reason: string | null, now: number, kind?: AddressFault['kind']): Promise<void>;
  /** Nobody has the address any more, or somebody says that it works; false when there was no fault. */
  endFault(address: string): Promise<boolean>;
  faults(): Promise<readonly AddressFault[]>;
  /** Contents of mails handed over before `at` go, except of those that may go out again; answers how many went. The log stays. */
  clearMails(at: number): Promise<number>;
}

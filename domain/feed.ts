import type { Instant, PlainDate } from './date.ts';
import type { Language } from './text.ts';

/** `person`: what waits for its holder, and the due dates of the holder's unit; `unit`: the due dates of the unit alone. */
export const feedKinds = ['person', 'unit'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A calendar at a secret address. `id` is the SHA-256 of the secret; the secret itself is never stored. */
export interface Feed {
  readonly id: string;
  readonly kind: FeedKind;
  /** Who made it; a personal feed is about this account. */
  readonly account: string;
  /** The unit that a feed of a unit is about. */
  readonly unit: string;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly lastReadAt: Instant | null;
}

/** One whole day of a calendar. */
export interface FeedEntry {
  /** The same for as long as it is the same thing, whatever becomes of its date. */
  readonly uid: string;
  /** Grows with every change, so that a calendar takes the later date. */
  readonly sequence: number;
  readonly modifiedAt: Instant;
  readonly date: PlainDate;
  /** When it reminds its reader. */
  readonly alarms: readonly Instant[];
  readonly title: string;
  /** Page of the product that it leads to; there is no content of plans in a calendar. */
  readonly url: string;
}

export interface CalendarOfFeed {
  readonly name: string;
  readonly entries: readonly FeedEntry[];
}

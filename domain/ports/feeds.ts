import type { Instant } from '../date.ts';
import type { CalendarOfFeed, Feed } from '../feed.ts';

export interface Feeds {
  find(id: string): Promise<Feed | undefined>;
  /** The personal ones of the account and those of its unit, the newest first. */
  listOf(account: string, unit: string): Promise<readonly Feed[]>;
  insert(feed: Feed): Promise<void>;
  touch(id: string, at: Instant): Promise<void>;
  /** False when there was none. */
  remove(id: string): Promise<boolean>;
}

/** Writes a calendar as iCalendar (RFC 5545). */
export type WriteCalendar = (calendar: CalendarOfFeed) => string;

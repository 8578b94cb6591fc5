import type { AuditRow, NewAuditRow } from '../audit.ts';
import type { Instant } from '../date.ts';
import type { Page, PageRequest } from './page.ts';

export interface AuditFilter {
  readonly cycle?: string;
  readonly unit?: string;
  readonly act?: string;
  readonly actor?: string;
  readonly subject?: string;
  /** Rows with a larger id only: how events are followed. */
  readonly after?: number;
}

export interface Audit {
  /** Appends to the chain: reads the last hash in the same transaction. Several rows at once cost one read. */
  append(rows: readonly NewAuditRow[]): Promise<void>;
  /** Ascending by id when `after` is given, else newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditRow>>;
  /** Streams the chain in order, in slices, for verification. */
  slices(size: number): AsyncIterable<readonly AuditRow[]>;
  /** Real time of the latest act done to each subject that has any. */
  lastActs(subjects: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** When, in calendar time of its cycle, the latest of these acts was done to a subject; undefined when none was. */
  lastOf(subject: string, acts: readonly string[]): Promise<Instant | undefined>;
  lastId(): Promise<number>;
}

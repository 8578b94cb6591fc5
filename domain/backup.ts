import type { Instant } from './date.ts';

/** A copy of the record, as its manifest tells of it. */
export interface Backup {
  /** Real time. */
  readonly at: Instant;
  /** Name of the copy, beside its manifest. */
  readonly file: string;
  readonly bytes: number;
  readonly auditRows: number;
  /** Hash of the last audit row in the copy; null for an empty chain. */
  readonly auditHead: string | null;
}

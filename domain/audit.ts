import type { Instant } from './date.ts';

/** One row of the audit chain; `hash` covers the row and `previous`, the hash of the row before. */
export interface AuditRow {
  readonly id: number;
  readonly at: Instant;
  /** Real time of writing, which a rehearsal's clock does not change. */
  readonly writtenAt: Instant;
  readonly actor: string;
  readonly act: string;
  readonly cycle: string | null;
  readonly unit: string | null;
  /** What it was done to: a duty id, a cycle id, an account id … */
  readonly subject: string;
  readonly outcome: 'done' | 'refused';
  readonly details: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
}

export type NewAuditRow = Omit<AuditRow, 'id' | 'writtenAt' | 'previous' | 'hash'>;

/** Verdict on the chain: the first row whose content or link does not fit, if any. */
export interface AuditVerdict {
  readonly rows: number;
  readonly intact: boolean;
  readonly firstBroken?: { readonly id: number; readonly reason: 'content' | 'link' | 'gap' };
}

import type { Instant } from '../../domain/date.ts';

/** The one query, for operators: where a workflow stands and what it waits for. */
export const standingQuery = 'standing';

export interface Standing {
  readonly id: string;
  /** Null until the record has been read for the first time. */
  readonly state: string | null;
  readonly version: number | null;
  readonly isPaused: boolean;
  /** The next thing it will do by itself, on the cycle's calendar. */
  readonly next: { readonly step: string; readonly at: Instant } | null;
}

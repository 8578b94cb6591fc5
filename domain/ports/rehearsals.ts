import type { Instant } from '../date.ts';

export interface RehearsalOptions {
  readonly plan: string;
  /** Absent: every unit of the plan. */
  readonly units?: number;
  /** How long the year may take; absent: as long as its units need. */
  readonly minutes?: number;
  readonly seed: number;
}

/** `starting` until its cycle is there. */
export const rehearsalStatuses = ['starting', 'running', 'done', 'failed', 'stopped'] as const;
export type RehearsalStatus = (typeof rehearsalStatuses)[number];

export interface RehearsalState {
  readonly id: string;
  readonly options: RehearsalOptions;
  readonly status: RehearsalStatus;
  readonly cycle: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** How it went: real seconds, submissions that checks refused, and how many things keep it from being taken at its word. */
  readonly result: { readonly seconds: number; readonly refused: number; readonly warnings: number } | null;
  /** What its program said last, when it failed. */
  readonly error: string | null;
}

/** Rehearsals that were started here. They are forgotten when the server ends; their cycles stay in the record. */
export interface Rehearsals {
  /** Answers its id. Undefined where no rehearsal can be started: the server does not belong to a whole system. */
  start(options: RehearsalOptions): string | undefined;
  state(id: string): RehearsalState | undefined;
  /** The newest first. */
  list(): readonly RehearsalState[];
  /** Breaks it off: its cycle is cancelled. False when it does not run. */
  stop(id: string): boolean;
  /** Breaks off what runs, and waits for it. */
  close(): Promise<void>;
}

/** Where nothing can be rehearsed. */
export const noRehearsals: Rehearsals = { start: () => undefined, state: () => undefined, list: () => [], stop: () => false, close: async () => undefined };

import type { Cycle, CycleUnit } from '../cycle.ts';
import type { Instant, PlainDate } from '../date.ts';
import type { QuarterRound, Restatement } from '../duty.ts';
import type { Quarter } from '../plan.ts';

export type CycleChanges = Partial<Pick<Cycle, 'state' | 'settings' | 'guidance' | 'publishedAt' | 'pausedAt' | 'endedReason' | 'clock' | 'title'>>;

export interface Cycles {
  find(id: string): Promise<Cycle | undefined>;
  list(): Promise<readonly Cycle[]>;
  listOpen(): Promise<readonly Cycle[]>;
  /** Throws `Refused('already-exists')`. */
  insert(cycle: Cycle): Promise<void>;
  /** Claims `version`: writes `changes` and version + 1 if the row still has it; undefined when it has not. */
  claim(id: string, version: number, changes: CycleChanges): Promise<Cycle | undefined>;
}

export interface CycleUnits {
  list(cycle: string): Promise<readonly CycleUnit[]>;
  find(cycle: string, unit: string): Promise<CycleUnit | undefined>;
  insertMany(rows: readonly CycleUnit[]): Promise<void>;
  leave(cycle: string, unit: string, on: PlainDate, reason: string): Promise<boolean>;
}

export interface QuarterRounds {
  list(cycle: string): Promise<readonly QuarterRound[]>;
  /** Without the frozen reports, which take megabytes. */
  listStates(cycle: string): Promise<readonly Omit<QuarterRound, 'frozen'>[]>;
  find(cycle: string, quarter: Quarter): Promise<QuarterRound | undefined>;
  /** False when the round exists already. */
  open(cycle: string, quarter: Quarter, at: Instant): Promise<boolean>;
  /** False when it was not open. */
  freeze(cycle: string, quarter: Quarter, report: unknown, at: Instant): Promise<boolean>;
  cancelOpen(cycle: string): Promise<number>;
  restate(rows: readonly Restatement[]): Promise<void>;
  restatements(cycle: string, quarter?: Quarter): Promise<readonly Restatement[]>;
}

import type { RungAudience, RungChannel } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Aspect, Quarter } from './plan.ts';
import type { CycleState, DutyKind, DutyState, QuarterState } from './stages.ts';

/*
 * What a workflow knows: small figures and dates, computed from the record each time it changes. Plain JSON without
 * personal data, because it stands in histories. An instant in the past means: now. Null means: not in this state.
 */

/** A reminder that has not been sent, of what is awaited now. */
export interface RungView {
  readonly key: string;
  readonly to: RungAudience;
  readonly at: Instant;
  readonly isEscalation: boolean;
  readonly channels?: readonly RungChannel[];
  readonly mayOptOut?: boolean;
  readonly text?: string;
  /** The unit that is waited for. */
  readonly unit: string;
  readonly due: PlainDate;
}

export interface DutyView {
  readonly id: string;
  readonly kind: DutyKind;
  readonly cycle: string;
  readonly unit: string;
  readonly quarter: Quarter | null;
  readonly state: DutyState;
  readonly version: number;
  readonly round: number;
  readonly isOpen: boolean;
  /** The year rests or is over: nothing falls due until something is recorded. */
  readonly isPaused: boolean;
  /** Soonest first; empty while nobody is waited for. */
  readonly rungs: readonly RungView[];
  /** From here on what is awaited now is overdue. */
  readonly overdueAt: Instant | null;
  /** A submitted plan: its appraisal starts, and it can no longer be withdrawn. */
  readonly appraisalAt: Instant | null;
  /** A plan in appraisal: opinions asked and not given. */
  readonly opinionsOpen: readonly Aspect[];
  /** A plan in appraisal: its conclusion is requested, with or without the silent appraisers. */
  readonly conclusionAt: Instant | null;
  /** An open plan lapses; an open report counts as missing, or as unreviewed. */
  readonly closesAt: Instant | null;
}

export interface DirectiveView {
  readonly id: string;
  readonly cycle: string;
  readonly unit: string;
  /** `over` when it is done, or its year has ended. */
  readonly state: 'open' | 'over';
  readonly version: number;
  readonly isPaused: boolean;
  /** Soonest first. */
  readonly rungs: readonly RungView[];
}

export interface CycleQuarterView {
  readonly quarter: Quarter;
  readonly state: QuarterState | 'ahead';
  readonly opensAt: Instant;
}

export interface CycleView {
  readonly id: string;
  readonly year: number;
  readonly state: CycleState;
  readonly version: number;
  readonly isPaused: boolean;
  /** Pauses that have ended and whose working days have not been added to the open due dates. */
  readonly pausesToSettle: number;
  /** Numbers of the shards in which a member has no plan duty yet. */
  readonly shardsToOpen: readonly number[];
  readonly openPlans: number;
  /** The year goes on without the plans that are still open. */
  readonly lapseAt: Instant;
  readonly quarters: readonly CycleQuarterView[];
  readonly closingAt: Instant;
}

export interface QuarterView {
  readonly cycle: string;
  readonly quarter: Quarter;
  readonly state: QuarterState | 'ahead';
  /** A round has no version of its own: every message is read. */
  readonly version: 0;
  readonly isPaused: boolean;
  readonly shardsToOpen: readonly number[];
  readonly openReports: number;
  /** When the last open report is closed. */
  readonly closesAt: Instant | null;
}

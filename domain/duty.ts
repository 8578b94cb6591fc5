import type { Rung } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Aspect, Quarter } from './plan.ts';
import type { DutyKind, DutyState, QuarterState } from './stages.ts';
import type { SubmissionContent, SubmissionKind } from './submission.ts';
import type { Verdict } from './verdict.ts';

/**
 * What one unit owes in one cycle: its plan, or its report of one quarter. The id is the id of its workflow.
 * `version` counts every change; a writer claims the version it has read, so a race has one winner.
 */
export interface Duty {
  readonly id: string;
  readonly cycle: string;
  readonly kind: DutyKind;
  readonly unit: string;
  readonly quarter: Quarter | null;
  readonly state: DutyState;
  readonly version: number;
  /** Round of submission, from 1. */
  readonly round: number;
  /** Due date of what is awaited now: the draft, the opinions, the conclusion, the decision, the report. */
  readonly due: PlainDate;
  /** The unit's first due date, which decides `late`. */
  readonly unitDue: PlainDate;
  readonly late: boolean;
  /** Latest submission. */
  readonly submission: string | null;
  readonly contentHash: string | null;
  /** What a decision bound itself to. */
  readonly approvedHash: string | null;
  readonly shard: number;
  readonly openedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** What a unit is writing; replaced as a whole under `version` (optimistic). */
export interface Draft {
  readonly duty: string;
  readonly version: number;
  readonly content: SubmissionContent;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

/** An immutable numbered version. `hash` is SHA-256 of the canonical JSON of `content`. */
export interface Submission {
  readonly id: string;
  readonly duty: string;
  readonly cycle: string;
  readonly unit: string;
  readonly kind: SubmissionKind;
  readonly quarter: Quarter | null;
  readonly number: number;
  readonly round: number;
  readonly correction: boolean;
  readonly reason: string | null;
  readonly content: SubmissionContent;
  readonly hash: string;
  /** JSON pointers that differ from the version before. */
  readonly changes: readonly string[];
  readonly submittedAt: Instant;
  readonly submittedBy: string;
  readonly verdict: Verdict;
}

/** Asked and agreed amount of one budget line, in đồng. */
export interface LineAgreement {
  readonly line: string;
  readonly asked: number;
  readonly agreed: number;
  readonly reason?: string;
}

export const opinionAnswers = ['agree', 'agree-with-changes', 'disagree'] as const;
export type OpinionAnswer = (typeof opinionAnswers)[number];

/** An appraiser's answer on one aspect of one round; `answer` is null while it is asked and not given. */
export interface Opinion {
  readonly id: string;
  readonly duty: string;
  readonly round: number;
  readonly aspect: Aspect;
  readonly appraiser: string;
  readonly due: PlainDate;
  readonly answer: OpinionAnswer | null;
  readonly reason: string | null;
  readonly lines: readonly LineAgreement[];
  /** Hash of the content it judged: another hash makes the opinion stale. */
  readonly contentHash: string;
  readonly givenAt: Instant | null;
  readonly givenBy: string | null;
}

export const decisionKinds = ['concludeFit', 'concludeReturn', 'approve', 'refuse', 'returnPlan', 'accept', 'returnReport'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** A reason pinned to a place of the submission. */
export interface PinnedReason {
  readonly pointer: string;
  readonly text: string;
}

export interface Decision {
  readonly id: string;
  readonly duty: string;
  readonly round: number;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly pinned: readonly PinnedReason[];
  readonly contentHash: string;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
}

/** One reminder sent, of a duty or of a directive: unique on (duty or directive, rung key, audience), so that none goes out twice. */
export interface Reminder {
  readonly id: string;
  readonly cycle: string;
  readonly duty: string | null;
  readonly directive?: string | null;
  readonly unit: string;
  readonly rung: string;
  readonly to: string;
  readonly escalation: boolean;
  readonly dueAt: Instant;
  readonly sentAt: Instant;
}

/** A reminder with what its rung says of the way it goes. */
export type DueReminder = Reminder & Pick<Rung, 'channels' | 'mayOptOut' | 'text'>;

/** One round of reports. `frozen` is the report as presented to the committee: never changed after. */
export interface QuarterRound {
  readonly cycle: string;
  readonly quarter: Quarter;
  readonly state: QuarterState;
  readonly openedAt: Instant;
  readonly frozenAt: Instant | null;
  readonly frozen: unknown;
}

/** A figure restated after its report was frozen: the old one is kept. */
export interface Restatement {
  readonly cycle: string;
  readonly quarter: Quarter;
  readonly unit: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly submission: string;
  readonly at: Instant;
}

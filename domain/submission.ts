import type { Aspect } from './plan.ts';
import type { PlainDate } from './date.ts';

/**
 * What a unit fills in. A figure that is not there is `null`: missing, never zero.
 * Numbers are decimal as typed; money is integer đồng.
 */
export interface TargetCommitment {
  readonly target: string;
  /** Committed value in the target's unit (97 for 97 %). */
  readonly value: number | null;
  readonly notApplicable?: string;
  readonly comment?: string;
}

export const taskStatuses = ['not-started', 'in-progress', 'done', 'stopped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export interface UnitTask {
  readonly id: string;
  readonly words: string;
  readonly lead: string;
  readonly coordinating?: readonly string[];
  readonly output?: string;
  readonly start: PlainDate | null;
  readonly due: PlainDate | null;
  /** `plan`: given by the province's plan; `own`: the unit's; `carried`: open at the end of last year. */
  readonly origin: 'plan' | 'own' | 'carried';
}

export const fundingSources = ['central', 'local-investment', 'local-recurrent', 'other'] as const;
export type FundingSource = (typeof fundingSources)[number];

/** Money in đồng. `total` is as the unit states it; the check computes its own. */
export interface BudgetLine {
  readonly id: string;
  readonly name: string;
  readonly task?: string;
  readonly aspect: Extract<Aspect, 'investment' | 'recurrent'>;
  readonly amounts: Readonly<Partial<Record<FundingSource, number | null>>>;
  readonly total: number | null;
}

export interface FocalPoint {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

interface ContentHead {
  readonly unit: string;
  readonly plan: string;
  readonly year: number;
  /** Number and symbol of the unit's own document, for example `12/KH-STC`. */
  readonly symbol?: string;
  readonly focalPoint: FocalPoint | null;
  readonly sections: Readonly<Record<string, string>>;
}

export interface PlanContent extends ContentHead {
  readonly kind: 'plan';
  readonly targets: readonly TargetCommitment[];
  readonly tasks: readonly UnitTask[];
  readonly budget: readonly BudgetLine[];
  /** Stated total of all budget lines, in đồng, and the same amount in Vietnamese words. */
  readonly budgetTotal: number | null;
  readonly budgetTotalInWords?: string;
}

/** Cumulative from the start of the plan year to the end of the period. */
export interface TargetFigure {
  readonly target: string;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** The value itself for counts, amounts, ranks; for a ratio, the percentage as the unit states it, if it does. */
  readonly value?: number | null;
  readonly answer?: boolean | null;
  readonly notApplicable?: string;
  readonly comment?: string;
  readonly evidence?: readonly string[];
}

export interface TaskProgress {
  readonly task: string;
  readonly status: TaskStatus | null;
  readonly percent?: number | null;
  readonly doneOn?: PlainDate;
  readonly comment?: string;
  readonly evidence?: readonly string[];
}

export interface BudgetSpent {
  readonly line: string;
  readonly spent: number | null;
}

export interface ReportContent extends ContentHead {
  readonly kind: 'report';
  /** Period id, for example `2022-Q1`. */
  readonly period: string;
  /** Last day the figures cover. */
  readonly figuresTo: PlainDate | null;
  readonly targets: readonly TargetFigure[];
  readonly tasks: readonly TaskProgress[];
  readonly spending: readonly BudgetSpent[];
}

export type SubmissionContent = PlanContent | ReportContent;
export type SubmissionKind = SubmissionContent['kind'];

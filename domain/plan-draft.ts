import type { Instant } from './date.ts';
import type { Plan } from './plan.ts';

/** A plan as its files and drafts hold it: with the id of the register that its unit codes come from. */
export interface PlanBody extends Plan {
  readonly register: string;
}

/** A plan that is being written. Its body has the members of a plan, but what they hold may still be missing or wrong. */
export interface PlanDraft {
  readonly id: string;
  /** Id under which the plan is published. */
  readonly plan: string;
  readonly title: string;
  readonly year: number;
  /** Hash of the plan that it began with. */
  readonly base: string | null;
  readonly version: number;
  readonly body: PlanBody;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

export type PlanDraftSummary = Omit<PlanDraft, 'body'>;

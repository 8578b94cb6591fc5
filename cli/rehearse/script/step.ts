import type { Instant } from '../../../domain/date.ts';
import type { Aspect, Quarter } from '../../../domain/plan.ts';
import type { DutyState } from '../../../domain/stages.ts';

/** How a submission is written: as the files bear out, with a slip that the check must refuse, or sound with something to look at. */
export type Writing = 'true' | 'sloppy' | 'timid' | 'bare';

export type StepAct =
  | { readonly kind: 'submit'; readonly writing: Writing }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'opinion'; readonly aspect: Aspect }
  | { readonly kind: 'conclude'; readonly answer: 'fit' | 'return' }
  | { readonly kind: 'decide'; readonly decision: 'approve' | 'refuse' | 'return' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'return' }
  | { readonly kind: 'correct' };

/** One thing that one actor does at one moment of the cycle's calendar. Steps of one duty happen in their order. */
export interface Step {
  readonly at: Instant;
  readonly unit: string;
  /** Null: the unit's plan; else its report of that quarter. */
  readonly quarter: Quarter | null;
  readonly round: number;
  /** The actor waits, from `at` on, until the duty is in one of these states. */
  readonly awaits: readonly DutyState[];
  readonly act: StepAct;
}

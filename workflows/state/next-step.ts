import type { Instant } from '../../domain/date.ts';

/** When each step falls due; null: not now. */
export type Dates<Step extends string> = Readonly<Record<Step, Instant | null>>;

export interface NextStep<Step extends string = string> {
  readonly step: Step;
  readonly at: Instant;
}

/** The soonest of the steps; of two at one instant the one that is named first. */
export function nextStep<Step extends string>(dates: Dates<Step>): NextStep<Step> | null {
  let next: NextStep<Step> | null = null;
  for (const [step, at] of Object.entries(dates) as [Step, Instant | null][]) {
    if (at !== null && (next === null || at < next.at)) next = { step, at };
  }
  return next;
}

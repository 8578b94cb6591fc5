import { setTimeout as sleep } from 'node:timers/promises';
import { calendarAt, realAt, type CycleClock } from '../../../domain/cycle-clock.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import type { Instant } from '../../../domain/date.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { PlanContent } from '../../../domain/submission.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { Board } from '../api/board.ts';
import type { ApiClient } from '../api/client.ts';
import type { Part } from './people.ts';

/** What happened besides the record: for the summary and for the judgement whether the rehearsal was faithful. */
export interface Notes {
  /** Submissions that the check refused. */
  refused: number;
  /** Acts that ended after the moment that follows them. */
  overran: number;
  readonly warnings: Bilingual[];
}

/** Where and by whom the year is played. */
export interface Stage {
  readonly cycle: Cycle;
  readonly plan: Plan;
  readonly seed: number;
  readonly board: Board;
  readonly clientOf: (part: Part) => ApiClient;
  readonly signal: AbortSignal;
  readonly notes: Notes;
  /** Plans as their units brought them in: what their reports refer to. */
  readonly ownPlans: Map<string, PlanContent>;
  /** The first moment after an instant: what happens there must not be overtaken. */
  readonly momentAfter: (at: Instant) => Instant;
}

export const nowOf = (clock: CycleClock): Instant => calendarAt(clock, Date.now());

/** Sleeps until the cycle's calendar shows `at`. */
export async function until({ cycle, signal }: Pick<Stage, 'cycle' | 'signal'>, at: Instant): Promise<void> {
  const wait = realAt(cycle.clock, at) - Date.now();
  if (wait > 0) await sleep(wait, undefined, { signal });
}

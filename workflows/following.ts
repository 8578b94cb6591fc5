import { allHandlersFinished, condition, defineQuery, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import type { CycleClock } from '../domain/cycle-clock.ts';
import type { Instant } from '../domain/date.ts';
import type { WorkflowInput } from './messages/inputs.ts';
import { recordedSignal, type Recorded } from './messages/recorded.ts';
import { standingQuery, type Standing } from './messages/standing.ts';
import { Follower, type Viewed } from './state/follower.ts';
import { nextStep, type Dates } from './state/next-step.ts';
import { awaitNews } from './waiting.ts';

export const recorded = defineSignal<[Recorded]>(recordedSignal);
export const standing = defineQuery<Standing>(standingQuery);

/** A follower with the clock by which it waits. */
export interface Following<View extends Viewed> {
  readonly follower: Follower<View>;
  readonly clock: CycleClock;
}

/** Begins to follow a subject wherever the record says that it stands. Call it first: it sets the handlers. */
export async function follow<View extends Viewed>({ id, clock }: WorkflowInput, read: (id: string) => Promise<View>): Promise<Following<View>> {
  const follower = new Follower<View>(id, () => read(id));
  setHandler(recorded, (message) => follower.hear(message));
  setHandler(standing, () => follower.standing());
  await follower.readAgain();
  return { follower, clock };
}

/** What a step does when its date has come; `at` is that date. Answers the view after it. */
export type Steps<View, Step extends string> = Readonly<Record<Step, (id: string, at: Instant) => Promise<View>>>;

/**
 * Stays while the subject is in one of `states`: takes each step when its date comes, reads again when something was
 * recorded. Every step asks the record first, so one whose time has passed, or has not come, changes nothing.
 */
export async function during<View extends Viewed, Step extends string>(
  { follower, clock }: Following<View>, states: readonly View['state'][], datesOf: (view: View) => Dates<Step>, steps: Steps<View, Step>,
): Promise<void> {
  while (states.includes(follower.view.state) && !workflowInfo().continueAsNewSuggested) {
    const next = follower.view.isPaused ? null : nextStep(datesOf(follower.view));
    follower.expect(next);
    const news = await awaitNews(follower, clock, next?.at ?? null);
    if (news || next === null) await follower.readAgain();
    else follower.see(await steps[next.step](follower.id, next.at));
  }
}

/** Whether the subject goes on, all that was heard being read: a workflow that ends, or begins anew, leaves no message behind. */
export async function goesOn<View extends Viewed>({ follower }: Following<View>, isOpen: (view: View) => boolean): Promise<boolean> {
  await condition(allHandlersFinished);
  while (follower.hasNews) await follower.readAgain();
  return isOpen(follower.view);
}

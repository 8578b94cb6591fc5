import { condition } from '@temporalio/workflow';
import { untilCalendar, type CycleClock } from '../domain/cycle-clock.ts';
import type { Instant } from '../domain/date.ts';

/** Waits until there is news (true), or until the cycle's calendar shows `until` (false); without a date, for news alone. */
export async function awaitNews(follower: { readonly hasNews: boolean }, clock: CycleClock, until: Instant | null): Promise<boolean> {
  if (until === null) {
    await condition(() => follower.hasNews);
    return true;
  }
  const ms = untilCalendar(clock, Date.now(), until);
  return ms > 0 ? condition(() => follower.hasNews, ms) : follower.hasNews;
}

import type { Instant } from '../../domain/date.ts';
import { Refused } from '../../domain/refusals.ts';

const most = 10;
const windowMs = 15 * 60_000;

interface Failures {
  count: number;
  readonly until: Instant;
}

/** Of each desk's people, who failed lately: forgotten with the process, as failed sign-ins are. */
const kept = new WeakMap<object, Map<string, Failures>>();

/** Asks for the password of somebody who is signed in already: ten wrong guesses, at a desk that was left alone, and the account waits. Throws `rate-limited`. */
export async function limited(desk: object, account: string, now: Instant, isRight: () => Promise<boolean>): Promise<boolean> {
  const all = kept.get(desk) ?? new Map<string, Failures>();
  kept.set(desk, all);
  for (const [id, { until }] of all) if (until <= now) all.delete(id);
  const failures = all.get(account) ?? { count: 0, until: now + windowMs };
  if (failures.count >= most) throw new Refused('rate-limited', { figures: { seconds: Math.ceil((failures.until - now) / 1000) } });
  // counted before it is known: many at once are many
  failures.count += 1;
  all.set(account, failures);
  if (!(await isRight())) return false;
  all.delete(account);
  return true;
}

import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryEnd } from '../domain/ports/deliveries.ts';
import type { MailOutcome } from '../domain/ports/mail.ts';
import { mayRepeat } from '../domain/delivery.ts';

/** All in ms. A mail that a server puts off for longer than `most` is given up, as mail servers do. */
const limits = { first: 30_000, longest: 3_600_000, most: 5 * 24 * 3_600_000, attempts: 24 };

/** Twice as long after each attempt. */
export const retryAt = ({ attempts }: Pick<Delivery, 'attempts'>, now: number): number => now + Math.min(limits.longest, limits.first * 2 ** Math.min(attempts, 20));

/** What an outcome makes of the deliveries of one mail: the same of all, unless one has been tried for too long. They are tried again together, as late as the most often tried. */
export function endsOf(outcome: MailOutcome, deliveries: readonly Delivery[], now: number): readonly { readonly ids: readonly number[]; readonly end: DeliveryEnd }[] {
  const again = retryAt({ attempts: Math.max(...deliveries.map(({ attempts }) => attempts)) }, now);
  const ends = new Map<DeliveryEnd['state'], { readonly ids: number[]; readonly end: DeliveryEnd }>();
  for (const delivery of deliveries) {
    const end = endOf(outcome, delivery, now, again);
    const same = ends.get(end.state) ?? { ids: [], end };
    same.ids.push(delivery.id);
    ends.set(end.state, same);
  }
  return [...ends.values()];
}

function endOf(outcome: MailOutcome, delivery: Delivery, now: number, again: number): DeliveryEnd {
  switch (outcome.kind) {
    case 'sent':
    case 'filed':
      return { state: outcome.kind };
    case 'refused':
      return { state: 'failed', error: outcome.reason };
    case 'unknown':
      if (!mayRepeat[delivery.kind]) return { state: 'uncertain', error: outcome.reason };
      break;
    case 'later':
      // one that has rested over a long holiday has not been tried yet
      if (now - delivery.createdAt > limits.most && delivery.attempts >= limits.attempts) return { state: 'failed', error: outcome.reason };
  }
  return { state: 'waiting', error: outcome.reason, notBefore: again };
}

import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryEnd } from '../domain/ports/deliveries.ts';
import type { MailOutcome } from '../domain/ports/mail.ts';
import { mayRepeat } from '../domain/delivery.ts';

/** All in ms. A mail that a server puts off for longer than `most` is given up, as mail servers do. */
const limits = { first: 30_000, longest: 3_600_000, most: 5 * 24 * 3_600_000, attempts: 24 };

/** Twice as long after each attempt. */
export const retryAt = ({ attempts }: Pick<Delivery, 'attempts'>, now: number): number => now + Math.min(limits.longest, limits.first * 2 ** Math.min(attempts, 20));

/** What an outcome makes of a delivery. */
export function endOf(outcome: MailOutcome, delivery: Delivery, now: number): DeliveryEnd {
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
  return { state: 'waiting', error: outcome.reason, notBefore: retryAt(delivery, now) };
}

import { bulkActivity } from './bulk.ts';
import type { ActivityDeps } from './deps.ts';
import { activity } from './outcome.ts';

/** How long a delivered message is kept, for whoever looks into what happened. */
const keptMs = 7 * 86_400_000;
/** As long as other systems may ask what they were told. */
const webhooksKeptMs = 30 * 86_400_000;
const usualMailsKeptMs = 400 * 86_400_000;

export interface UpkeepDeps extends Pick<ActivityDeps, 'record' | 'now' | 'heartbeat'> {
  /** How long contents of mails are kept. */
  readonly mailsKeptMs?: number;
  /** Starts workflows that open duties lack. */
  readonly rebuild: () => Promise<{ readonly checked: number; readonly started: number }>;
}

export function createUpkeepActivities({ record, now, heartbeat, rebuild, mailsKeptMs = usualMailsKeptMs }: UpkeepDeps) {
  return {
    rebuild: bulkActivity(heartbeat, rebuild),
    clearDelivered: activity((): Promise<number> => {
      const at = now({ kind: 'identity' });
      return record.write(async (tx) => (await tx.outbox.removeDelivered(at - keptMs)) + (await tx.webhookDeliveries.removeDelivered(at - webhooksKeptMs)) + (await tx.deliveries.clearMails(at - mailsKeptMs)));
    }),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../domain/in-parallel.ts';
import type { OutboxMessage } from '../domain/outbox.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import { calendarChanged, calendarFreshMs } from '../domain/waking.ts';
import { deliver, type Delivery } from './deliver.ts';
import { ServerAway, type Signals } from './signals.ts';

export interface BatchDeps {
  readonly record: RecordStore;
  readonly signals: Signals;
  readonly owner: string;
  readonly now: () => number;
}

export interface Batch {
  readonly delivered: number;
  /** Why messages were left; the first reason of several. */
  readonly error?: unknown;
}

const limits = { messages: 200, concurrency: 20, leaseMs: 30_000, firstRetryMs: 250, lastRetryMs: 5_000 };

/** Takes what waits in the outbox and delivers it, workflow by workflow, many at once. Marks afterwards, in one transaction. */
export async function deliverBatch({ record, signals, owner, now }: BatchDeps): Promise<Batch> {
  if ((await record.read.outbox.backlog(now())).count === 0) return { delivered: 0 };
  const messages = await record.write((tx) => tx.outbox.lease(owner, limits.messages, now(), now() + limits.leaseMs));
  if (messages.length === 0) return { delivered: 0 };
  if (messages.some(({ act }) => act === calendarChanged)) await sleep(calendarFreshMs);
  let away: unknown;
  const deliveries = await inParallel(byWorkflow(messages), limits.concurrency, async (group): Promise<Delivery> => {
    if (away !== undefined) return { delivered: [], failed: group, error: away };
    const delivery = await deliver({ read: record.read, signals }, group);
    if (delivery.error instanceof ServerAway) away = delivery.error;
    return delivery;
  });
  await mark({ record, now }, deliveries);
  const error = away ?? deliveries.find((each) => each.error !== undefined)?.error;
  return { delivered: deliveries.reduce((sum, each) => sum + each.delivered.length, 0), ...(error === undefined ? {} : { error }) };
}

async function mark({ record, now }: Pick<BatchDeps, 'record' | 'now'>, deliveries: readonly Delivery[]): Promise<void> {
  const delivered = deliveries.flatMap((each) => each.delivered);
  await record.write(async (tx) => {
    if (delivered.length > 0) await tx.outbox.delivered(delivered, now());
    for (const { failed, error } of deliveries) {
      const [first] = failed;
      if (first) await tx.outbox.failed(failed.map(({ id }) => id), error instanceof Error ? error.message : String(error), now() + retryMs(first));
    }
  });
}

/** One workflow that cannot be told must not be asked all the time; the others do not wait for it. */
const retryMs = ({ attempts }: OutboxMessage): number => Math.min(limits.lastRetryMs, limits.firstRetryMs * 2 ** Math.min(attempts, 10));

function byWorkflow(messages: readonly OutboxMessage[]): readonly (readonly OutboxMessage[])[] {
  const groups = new Map<string, OutboxMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.workflowId);
    if (group) group.push(message);
    else groups.set(message.workflowId, [message]);
  }
  return [...groups.values()];
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordStore } from '../../domain/ports/record.ts';
import { attemptNext } from './attempt.ts';
import { collectDeliveries } from './collect.ts';
import { postWebhook, type Post } from './post.ts';

export interface WebhookSenderOptions {
  readonly record: RecordStore;
  readonly allowsPrivate: boolean;
  /** Real time. */
  readonly now?: () => number;
  readonly post?: Post;
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** Told when a round could not be finished; what it was about is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

export interface WebhookSender {
  /** Sends until `stop`. Never throws. */
  run(): Promise<void>;
  /** Ends after the attempts under way, or a moment later. */
  stop(): Promise<void>;
  /** Collects what is new and tries everything that is due; waits for it. */
  round(): Promise<void>;
}

/** How long the end waits for attempts under way: one that is left is tried again when its lease is over. */
const patienceMs = 3_000;

/** Attempts of one endpoint in a row, before it is asked again whether it is still on. */
const mostInARow = 50;

/*
 * Contract:
 *   1. each event is written down for each endpoint that wants it, once (collect.ts), and sent at least once, under one `webhook-id`;
 *   2. the first attempts for an endpoint go out in the order of the record; one that fails waits for its own time and holds up nobody;
 *   3. endpoints do not wait for one another.
 */
export function createWebhookSender({ record, allowsPrivate, now = Date.now, post = postWebhook, timeoutMs = 15_000, everyMs = 1_000, onFailure }: WebhookSenderOptions): WebhookSender {
  const lanes = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** Until nothing is due or an attempt has failed: whoever does not answer now is not asked for the next one at once. */
  async function drain(endpoint: string): Promise<void> {
    for (let sent = 0; sent < mostInARow && !stopping.signal.aborted; sent += 1) {
      if (!(await attemptNext({ record, post, now, timeoutMs, allowsPrivate }, endpoint))) return;
    }
  }

  function begin(endpoint: string): void {
    if (lanes.has(endpoint)) return;
    lanes.set(endpoint, drain(endpoint).catch((error: unknown) => onFailure?.(error)).finally(() => lanes.delete(endpoint)));
  }

  async function look(): Promise<void> {
    while (await collectDeliveries(record, now())) if (stopping.signal.aborted) return;
    for (const endpoint of await record.read.webhookDeliveries.dueEndpoints(now())) begin(endpoint);
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => onFailure?.(error));
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await Promise.race([Promise.all(lanes.values()), sleep(patienceMs, undefined, { ref: false })]);
  }

  return {
    run: () => (running = loop()),
    async stop() {
      stopping.abort();
      await running;
    },
    async round() {
      await look();
      await Promise.all(lanes.values());
    },
  };
}

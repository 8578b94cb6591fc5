import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { postBatch, type Batch, type PostDeps } from './batch.ts';

export interface PostOptions extends Omit<PostDeps, 'owner' | 'now' | 'settleMs' | 'leaseMs'> {
  readonly now?: () => number;
  readonly settleMs?: number;
  readonly leaseMs?: number;
  /** Told when the mail server begins to be away and when mail gets through again. */
  readonly onOutage?: (error: unknown) => void;
  readonly onRecovery?: () => void;
}

export interface Post {
  /** Sends what is owed until `stop`. Never throws. */
  run(): Promise<void>;
  /** Ends after the batch under way; resolves when it has. */
  stop(): Promise<void>;
  /** One batch by hand. */
  postBatch(): Promise<Batch>;
}

/** All in ms. */
const waits = { idle: 1_000, first: 2_000, last: 60_000 };
const [usualSettle, usualLease] = [20_000, 120_000];

export function createPost({ now = Date.now, settleMs = usualSettle, leaseMs = usualLease, onOutage, onRecovery, ...deps }: PostOptions): Post {
  const owner = `post/${randomUUID()}`;
  const stopping = new AbortController();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const next = (): Promise<Batch> => postBatch({ ...deps, owner, now, settleMs, leaseMs });
  let running: Promise<void> = Promise.resolve();

  const loop = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const { claimed, away } = await next().catch((thrown: unknown): Batch => ({ sent: 0, claimed: 0, away: thrown }));
      if (away !== undefined) {
        if (failures === 0) onOutage?.(away);
        await pause(Math.min(waits.last, waits.first * 2 ** Math.min(failures, 10)));
        failures += 1;
        continue;
      }
      if (claimed > 0 && failures > 0) {
        failures = 0;
        onRecovery?.();
      }
      if (claimed === 0) await pause(waits.idle);
    }
  };

  return {
    postBatch: next,
    run: () => (running = loop()),
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliverBatch, type Batch, type BatchDeps } from './batch.ts';

export interface RelayOptions extends Pick<BatchDeps, 'record' | 'signals'> {
  /** Real time. */
  readonly now?: () => number;
  /** Told when deliveries begin to fail and when they succeed again. */
  readonly onOutage?: (error: unknown) => void;
  readonly onRecovery?: () => void;
}

export interface Relay {
  /** Delivers until `stop`. Never throws. */
  run(): Promise<void>;
  /** Ends after the batch under way; resolves when it has. */
  stop(): Promise<void>;
  /** One batch by hand. */
  deliverBatch(): Promise<Batch>;
}

/** How often an empty outbox is looked at, and how long is waited when nothing gets through. */
const waits = { idleMs: 100, firstMs: 250, lastMs: 5_000 };

/*
 * Contract:
 *   1. every message is delivered at least once, and those of one workflow in the order of the record;
 *   2. messages are marked after their delivery, so a crash in between repeats them: workflows know a version they have seen;
 *   3. while the workflow server is away, messages stay, and it is asked ever more rarely, at least every five seconds.
 */
export function createRelay({ now = Date.now, onOutage, onRecovery, ...deps }: RelayOptions): Relay {
  const owner = `relay/${randomUUID()}`;
  const stopping = new AbortController();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const next = (): Promise<Batch> => deliverBatch({ ...deps, owner, now });
  let running: Promise<void> = Promise.resolve();

  const loop = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const { delivered, error } = await next().catch((thrown: unknown): Batch => ({ delivered: 0, error: thrown }));
      if (delivered > 0 && failures > 0) {
        failures = 0;
        onRecovery?.();
      }
      if (error !== undefined && delivered === 0) {
        if (failures === 0) onOutage?.(error);
        await pause(Math.min(waits.lastMs, waits.firstMs * 2 ** Math.min(failures, 10)));
        failures += 1;
      } else if (delivered === 0) {
        await pause(waits.idleMs);
      }
    }
  };

  return {
    deliverBatch: next,
    run: () => (running = loop()),
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

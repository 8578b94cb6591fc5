import { setTimeout as sleep } from 'node:timers/promises';

export interface PatienceOptions {
  readonly signal: AbortSignal;
  /** Told of the first failure. */
  readonly onFailure: (error: unknown) => void;
  readonly firstMs?: number;
  readonly lastMs?: number;
}

/** Tries until it succeeds, waiting twice as long each time. Undefined when `signal` says that nobody waits any more. */
export async function untilDone<Result>(work: () => Promise<Result>, { signal, onFailure, firstMs = 250, lastMs = 5_000 }: PatienceOptions): Promise<Result | undefined> {
  for (let wait = firstMs; !signal.aborted; wait = Math.min(lastMs, wait * 2)) {
    try {
      return await work();
    } catch (error) {
      if (wait === firstMs) onFailure(error);
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

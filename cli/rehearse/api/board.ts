import { setTimeout as sleep } from 'node:timers/promises';
import type { Duty } from '../../../domain/duty.ts';
import type { Page } from '../../../domain/ports/page.ts';
import type { ApiClient } from './client.ts';

/** What the actors know of each other's work: the duties of the cycle, read again and again while somebody waits. */
export interface Board {
  readonly duties: ReadonlyMap<string, Duty>;
  /** Resolves with the duty once `isReady`; undefined when `givesUp` says so first. */
  waitFor(duty: string, isReady: (duty: Duty) => boolean, givesUp: () => boolean): Promise<Duty | undefined>;
  /** Reads everything once more. */
  refresh(): Promise<void>;
  /** Runs until the signal. */
  run(): Promise<void>;
}

interface Waiter {
  readonly duty: string;
  readonly isReady: (duty: Duty) => boolean;
  readonly givesUp: () => boolean;
  readonly resolve: (duty: Duty | undefined) => void;
}

const everyMs = 200;

export function createBoard(client: ApiClient, cycle: string, signal: AbortSignal): Board {
  const duties = new Map<string, Duty>();
  let waiters: readonly Waiter[] = [];

  async function read(query: string): Promise<void> {
    for (let cursor: string | undefined, more = true; more; ) {
      const { body } = await client.get<Page<Duty>>(`/cycles/${cycle}/duties?limit=500${query}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      for (const duty of body.items) duties.set(duty.id, duty);
      cursor = body.next;
      more = cursor !== undefined;
    }
  }

  function answer(): void {
    waiters = waiters.filter((waiter) => {
      const duty = duties.get(waiter.duty);
      const isReady = duty !== undefined && waiter.isReady(duty);
      if (!isReady && !waiter.givesUp()) return true;
      waiter.resolve(isReady ? duty : undefined);
      return false;
    });
  }

  /** Only the kinds and quarters that somebody waits for. */
  const queries = (): ReadonlySet<string> => new Set(waiters.map(({ duty }) => (duty.startsWith('plan/') ? '&kind=plan' : `&kind=report&quarter=${duty.split('/')[2]}`)));

  return {
    duties,
    waitFor: (duty, isReady, givesUp) => new Promise((resolve) => { waiters = [...waiters, { duty, isReady, givesUp, resolve }]; }),
    refresh: () => read(''),
    async run() {
      while (!signal.aborted) {
        for (const query of queries()) await read(query);
        answer();
        await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

import { setTimeout as usualSleep } from 'node:timers/promises';

/** Turns at least `apartMs` apart, whoever asks for them. */
export function createPace(apartMs: number, sleep: (ms: number) => Promise<unknown> = usualSleep): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + apartMs;
    if (turn > now) await sleep(turn - now);
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is there. Throws with `what` when it does not come in time. */
export async function until<Answer>(what: string, ask: () => Promise<Answer | undefined | false | null>, patienceMs = 60_000): Promise<Answer> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(25)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== null) return answer;
  }
  throw new Error(`Waited ${patienceMs} ms in vain for: ${what}`);
}

import { expect, it } from 'vitest';
import { mailsRound } from '../../scripts/torture/mails/round.ts';

/** `npm run torture -- mails` does the same with 260 units and 20 kills, and with a mail server that is away or puts mails off. */
it('a drafting deadline with worker and server killed in the middle of sending: each reminder of the ladder arrives once, or stands where an operator sees it', { timeout: 600_000 }, async () => {
  const { violations, duplicates, expected, arrived, states, landings } = await mailsRound({ units: 12, kills: 3, seed: 1, isShort: true, signal: new AbortController().signal, say: () => undefined });
  expect(violations).toEqual([]);
  expect(duplicates).toBe(0);
  expect(Object.values(landings).reduce((sum, kills) => sum + kills, 0)).toBe(3);
  expect(arrived).toBeGreaterThan(expected / 2);
  expect(states.failed).toBeGreaterThan(0);
});

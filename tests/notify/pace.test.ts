import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../notify/pace.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('gives turns one after another, however many ask at once, and none in arrears after a rest', async () => {
  const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const inTurn = createPace(20, sleep);
  let turns = 0;
  const ask = (count: number): void => { for (let each = 0; each < count; each += 1) void inTurn().then(() => (turns += 1)); };
  const turnsAfter = async (ms: number): Promise<number> => vi.advanceTimersByTimeAsync(ms).then(() => turns);
  ask(4);
  expect([await turnsAfter(0), await turnsAfter(19), await turnsAfter(1), await turnsAfter(40)]).toEqual([1, 1, 2, 4]);
  await turnsAfter(1_000);
  ask(2);
  expect([await turnsAfter(0), await turnsAfter(20)]).toEqual([5, 6]);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../domain/turns.ts';

describe('turns', () => {
  it('are taken in order, so many at once, and given back by those that fail', async () => {
    const takeTurns = createTurns(2);
    const began: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) => takeTurns(async () => {
      began.push(index);
      most = Math.max(most, (running += 1));
      await sleep(2);
      running -= 1;
      if (index % 3 === 0) throw new Error('no');
    });
    await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map(work));
    expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([most, running]).toEqual([2, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { Follower } from '../../../workflows/state/follower.ts';
import { nextStep } from '../../../workflows/state/next-step.ts';

const view = (version: number) => ({ state: 'draft', version, isPaused: false });
const said = (version: number, message = 1) => ({ message, act: 'submit', version });

async function aFollower(...versions: number[]): Promise<Follower<ReturnType<typeof view>>> {
  const follower = new Follower('plan/c/u', async () => view(versions.shift() ?? 99));
  await follower.readAgain();
  return follower;
}

describe('a follower', () => {
  it('takes a newer version for news', async () => {
    const follower = await aFollower(1);
    follower.hear(said(2));
    expect(follower.hasNews).toBe(true);
  });

  it('ignores what it has seen: messages come twice and out of order', async () => {
    const follower = await aFollower(3);
    for (const version of [1, 3, 2, 3]) follower.hear(said(version));
    expect(follower.hasNews).toBe(false);
  });

  it('always looks when a message is about more than its subject', async () => {
    const follower = await aFollower(3);
    follower.hear(said(0));
    expect(follower.hasNews).toBe(true);
  });

  it('has no news after it has read, unless something came meanwhile', async () => {
    const follower = await aFollower(1, 2);
    follower.hear(said(2));
    await follower.readAgain();
    expect([follower.hasNews, follower.view.version]).toEqual([false, 2]);
    const late = new Follower('x', async () => {
      late.hear(said(7));
      return view(1);
    });
    await late.readAgain();
    expect(late.hasNews).toBe(true);
  });

  it('believes the record also when that was set back', async () => {
    const follower = await aFollower(5);
    follower.see(view(2));
    expect(follower.view.version).toBe(2);
  });

  it('says where it stands, also before it has read', async () => {
    const follower = new Follower('x', async () => view(1));
    expect(follower.standing()).toEqual({ id: 'x', state: null, version: null, isPaused: false, next: null });
    expect(() => follower.view).toThrow('has not been read');
    await follower.readAgain();
    follower.expect({ step: 'remind', at: 5 });
    expect(follower.standing()).toEqual({ id: 'x', state: 'draft', version: 1, isPaused: false, next: { step: 'remind', at: 5 } });
  });
});

describe('the next step', () => {
  it('is the soonest', () => expect(nextStep({ lapse: 9, remind: 3, other: null })).toEqual({ step: 'remind', at: 3 }));
  it('is the one named first of two at one instant', () => expect(nextStep({ lapse: 3, remind: 3 })).toEqual({ step: 'lapse', at: 3 }));
  it('is none without a date', () => expect(nextStep({ lapse: null })).toBeNull());
});

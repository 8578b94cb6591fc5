import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { revisionDue } from '../../domain/opening.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { Refused } from '../../domain/refusals.ts';
import { actOnDuty } from '../../domain/transition.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { stand, type Place } from './place.ts';

/** Opens an ended duty once more, as a further round, due on `due` or after the ordinary time for a revision. */
export async function reopen(desk: Desk, caller: Caller, { place, reason, due }: { place: Place; reason: string; due?: PlainDate }): Promise<{ duty: Duty }> {
  const { duty, cycle, at } = await stand(desk, place);
  const today = dateOf(at);
  if (due !== undefined && due <= today) throw new Refused('invalid-input', { errors: [{ pointer: '/due', code: 'not-later', value: due, accepted: `> ${today}` }] });
  const newDue = due ?? revisionDue(cycle, await desk.registers.calendar(), today);
  return commit(desk, caller, async (tx) => {
    const { duty: after } = await actOnDuty(tx, {
      duty: duty.id, act: 'reopen', actor: caller.actor, at, expectedVersion: duty.version, changes: { round: duty.round + 1, due: newDue }, details: { reason, due: newDue },
    });
    return { duty: after };
  });
}

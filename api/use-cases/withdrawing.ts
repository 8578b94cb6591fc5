import type { Duty } from '../../domain/duty.ts';
import { actOnDuty } from '../../domain/transition.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { stand, type Place } from './place.ts';

/** Takes a submission back before its examination starts. The version stays in the history; the duty waits for a new one. */
export async function withdraw(desk: Desk, caller: Caller, { place, reason }: { place: Place; reason: string }): Promise<{ duty: Duty }> {
  const { duty, at } = await stand(desk, place);
  return commit(desk, caller, async (tx) => {
    const { duty: after } = await actOnDuty(tx, {
      duty: duty.id, act: 'withdraw', actor: caller.actor, at, expectedVersion: duty.version,
      changes: { submission: null, contentHash: null, submittedAt: null }, details: { reason, submission: duty.submission },
    });
    return { duty: after };
  });
}

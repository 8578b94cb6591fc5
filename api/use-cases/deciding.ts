import { decisionId } from '../../domain/ids.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Decision, DecisionKind, Duty, PinnedReason } from '../../domain/duty.ts';
import type { DutyChanges } from '../../domain/ports/duties.ts';
import { approvalDue, revisionDue } from '../../domain/opening.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { actPermissions } from '../../domain/act-table.ts';
import { Refused } from '../../domain/refusals.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { assertSameContent, authorise, stand, type Place, type Stand } from './place.ts';

export interface Decide {
  readonly place: Place;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly pinned: readonly PinnedReason[];
  /** The content that was read; absent only where a decision does not bind itself (a report's acceptance binds to what is there). */
  readonly contentHash?: string;
}

export interface Decided {
  readonly duty: Pick<Duty, 'id' | 'state' | 'version' | 'round' | 'due' | 'contentHash' | 'approvedHash'>;
  readonly decision: Decision;
}

/** One decision on one duty, bound to the content that was read. A return opens the next round with a due date of its own. */
export async function decide(desk: Desk, caller: Caller, { place, kind, reason, pinned, contentHash }: Decide): Promise<Decided> {
  const here = await stand(desk, place);
  const { duty, cycle, at } = here;
  const permission = actPermissions[duty.kind][kind];
  if (permission === 'system') throw new Refused('forbidden', { figures: { action: kind } });
  authorise(caller, permission, cycle, duty.unit);
  const hash = contentHash ?? duty.contentHash ?? '';
  const calendar = await desk.registers.calendar();
  const decision: Decision = { id: decisionId(duty.id, duty.version + 1), duty: duty.id, round: duty.round, kind, reason, pinned, contentHash: hash, decidedAt: at, decidedBy: caller.actor.id };
  return commit(desk, caller, async (tx) => {
    const { duty: after } = await actOnDuty(tx, {
      duty: duty.id, act: kind, actor: caller.actor, at, expectedVersion: duty.version, changes: changesOf(kind, here, calendar, hash), details: { hash, pinned: pinned.length },
    });
    // Asked after the stage, so that a decision in the wrong stage is told so rather than that its content is stale.
    assertSameContent(duty, hash);
    await tx.decisions.insert(decision);
    const { id, state, version, round, due, approvedHash } = after;
    return { duty: { id, state, version, round, due, contentHash: after.contentHash, approvedHash }, decision };
  });
}

function changesOf(kind: DecisionKind, { duty, cycle, at }: Stand, calendar: WorkingCalendar, hash: string): DutyChanges {
  switch (kind) {
    case 'concludeReturn':
    case 'returnPlan':
    case 'returnReport':
      return { round: duty.round + 1, due: revisionDue(cycle, calendar, dateOf(at)) };
    case 'concludeFit':
      return { due: approvalDue(cycle, calendar, dateOf(at)) };
    case 'approve':
      return { approvedHash: hash };
    case 'refuse':
    case 'accept':
      return {};
  }
}

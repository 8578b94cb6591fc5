import { actPermissions, cycleActPermissions } from './act-table.ts';
import { partsOf, type Cycle } from './cycle.ts';
import type { Instant } from './date.ts';
import type { Duty } from './duty.ts';
import { cycleWorkflowId, quarterWorkflowId } from './ids.ts';
import type { NewOutboxMessage } from './outbox.ts';
import { isAllowed, type Action, type Subject } from './permissions.ts';
import type { CycleChanges } from './ports/cycles.ts';
import type { DutyChanges } from './ports/duties.ts';
import type { Repositories } from './ports/record.ts';
import { Refused } from './refusals.ts';
import { actorId, type Actor } from './roles.ts';
import { cycleMoves, isOpen, nextCycleState, nextState, possibleActs, type Act, type CycleAct } from './stages.ts';

/*
 * The one way in which a duty or a cycle changes state, for people and workflows alike. In one transaction:
 *   1. authorise          (permission table; system acts: workflows only)
 *   2. ask the stage table (refusal names what is possible now)
 *   3. claim the version   (a race has one winner; the loser is refused, nothing written)
 *   4. audit row and outbox message
 * Callers write what belongs to the act (submission, opinion, decision) in the same transaction.
 */

export interface DutyActRequest {
  readonly duty: string;
  readonly act: Act;
  readonly actor: Actor;
  readonly at: Instant;
  /** Refused as `stale-version` when the duty has moved on since the caller read it. */
  readonly expectedVersion?: number;
  readonly changes?: DutyChanges;
  readonly details?: Readonly<Record<string, unknown>>;
}

function authorise(actor: Actor, action: Action | 'system', subject: Subject): void {
  if (action === 'system' ? actor.kind !== 'workflow' : !isAllowed(actor, action, subject)) {
    throw new Refused('forbidden', { figures: { action } });
  }
}

function assertRunning(cycle: Cycle, actor: Actor, act: Act): void {
  if (cycle.state === 'cancelled' && act !== 'cancel') throw new Refused('cycle-over', { figures: { cycle: cycle.id, state: cycle.state } });
  if (cycle.state === 'closed' && act !== 'correct') throw new Refused('cycle-over', { figures: { cycle: cycle.id, state: cycle.state } });
  if (cycle.pausedAt !== null && actor.kind === 'account') throw new Refused('cycle-paused', { figures: { cycle: cycle.id } });
}

/** Performs one act on one duty. Returns the duty after it. Throws `Refused`. */
export async function actOnDuty(tx: Repositories, request: DutyActRequest): Promise<{ duty: Duty; cycle: Cycle }> {
  const before = await tx.duties.find(request.duty);
  const cycle = before && (await tx.cycles.find(before.cycle));
  if (!before || !cycle) throw new Refused('not-found', { figures: { subject: request.duty } });
  authorise(request.actor, actPermissions[before.kind][request.act], { unit: before.unit, parts: partsOf(cycle.settings.roles) });
  assertRunning(cycle, request.actor, request.act);
  const to = nextState(before.kind, before.state, request.act);
  if (to === undefined) {
    throw new Refused('wrong-stage', { figures: { act: request.act, state: before.state }, possible: possibleActs(before.kind, before.state) });
  }
  const expected = request.expectedVersion ?? before.version;
  const ends = !isOpen(before.kind, to);
  const endedAt = ends ? { endedAt: before.endedAt ?? request.at } : { endedAt: null };
  const after = before.version === expected ? await tx.duties.claim(before.id, expected, { ...endedAt, ...request.changes, state: to }) : undefined;
  if (!after) throw new Refused('stale-version', { figures: { subject: before.id, expected, actual: before.version } });
  await tx.audit.append([{
    at: request.at, actor: actorId(request.actor), act: request.act, cycle: cycle.id, unit: before.unit, subject: before.id, outcome: 'done',
    details: { from: before.state, to, version: after.version, round: after.round, ...request.details },
  }]);
  await tx.outbox.append(await messagesFor(tx, before, after, request), request.at);
  return { duty: after, cycle };
}

/** The duty's own workflow hears of what it did not do itself; whoever waits for the last one of its kind hears when it was that. */
async function messagesFor(tx: Repositories, before: Duty, after: Duty, { act, actor }: DutyActRequest): Promise<readonly NewOutboxMessage[]> {
  const isItsOwnAct = actor.kind === 'workflow' && actor.id === after.id;
  const own: readonly NewOutboxMessage[] = isItsOwnAct
    ? []
    : [{ workflowId: after.id, workflowType: after.kind === 'plan' ? 'unitPlan' : 'unitReport', act, version: after.version }];
  const hasEnded = isOpen(before.kind, before.state) && !isOpen(after.kind, after.state);
  if (!hasEnded || !(await isLastOpen(tx, after))) return own;
  const gatherer: NewOutboxMessage = after.kind === 'plan' || after.quarter === null
    ? { workflowId: cycleWorkflowId(after.cycle), workflowType: 'annualCycle', act: 'plansEnded', version: 0 }
    : { workflowId: quarterWorkflowId(after.cycle, after.quarter), workflowType: 'quarterRound', act: 'reportsEnded', version: 0 };
  return [...own, gatherer];
}

async function isLastOpen(tx: Repositories, duty: Duty): Promise<boolean> {
  const counts = await tx.duties.countByState(duty.cycle, duty.kind, duty.quarter ?? undefined);
  return Object.entries(counts).every(([state, count]) => count === 0 || !isOpen(duty.kind, state as Duty['state']));
}

export interface CycleActRequest {
  readonly cycle: string;
  readonly act: CycleAct;
  readonly actor: Actor;
  readonly at: Instant;
  readonly expectedVersion?: number;
  readonly changes?: CycleChanges;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Performs one act on a cycle. Returns the cycle after it. Throws `Refused`. */
export async function actOnCycle(tx: Repositories, request: CycleActRequest): Promise<Cycle> {
  const before = await tx.cycles.find(request.cycle);
  if (!before) throw new Refused('not-found', { figures: { subject: request.cycle } });
  authorise(request.actor, cycleActPermissions[request.act], {});
  const to = nextCycleState(before.state, request.act);
  const isIdle = (request.act === 'pause') === (before.pausedAt !== null) && (request.act === 'pause' || request.act === 'resume');
  if (to === undefined || isIdle) {
    throw new Refused('wrong-stage', { figures: { act: request.act, state: before.state }, possible: Object.keys(cycleMoves[before.state]) as CycleAct[] });
  }
  const expected = request.expectedVersion ?? before.version;
  const after = before.version === expected ? await tx.cycles.claim(before.id, expected, { ...request.changes, state: to }) : undefined;
  if (!after) throw new Refused('stale-version', { figures: { subject: before.id, expected, actual: before.version } });
  await tx.audit.append([{
    at: request.at, actor: actorId(request.actor), act: request.act, cycle: before.id, unit: null, subject: before.id, outcome: 'done',
    details: { from: before.state, to, version: after.version, ...request.details },
  }]);
  await tx.outbox.append([{ workflowId: cycleWorkflowId(before.id), workflowType: 'annualCycle', act: request.act, version: after.version }], request.at);
  return after;
}

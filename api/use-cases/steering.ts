import type { Cycle } from '../../domain/cycle.ts';
import { mattersOfGuidance } from '../../domain/guidance-matters.ts';
import { planDue } from '../../domain/opening.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { CycleAct } from '../../domain/stages.ts';
import type { CycleChanges } from '../../domain/ports/cycles.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { actOnCycle } from '../../domain/transition.ts';
import type { Instant } from '../../domain/date.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

/** Publishes the guidance: drafting opens for every unit, and each is told in the same transaction. */
export async function publishGuidance(desk: Desk, caller: Caller, { cycle, guidance }: { cycle: string; guidance?: string }): Promise<Cycle> {
  const calendar = await desk.registers.calendar();
  return onCycle(desk, caller, {
    cycle, act: 'publishGuidance', changes: (at) => ({ publishedAt: at, ...(guidance === undefined ? {} : { guidance }) }),
    async also(tx, after, at) {
      const units = (await tx.cycleUnits.list(cycle)).filter(({ leftOn }) => leftOn === null).map(({ unit }) => unit);
      await tx.notices.tell(mattersOfGuidance(units, { cycle, due: planDue(after, calendar, dateOf(at)), at }));
    },
  });
}

/** Nobody can act on a paused cycle, and its workflows wait. */
export function pause(desk: Desk, caller: Caller, { cycle, reason }: { cycle: string; reason: string }): Promise<Cycle> {
  return onCycle(desk, caller, { cycle, act: 'pause', changes: (at) => ({ pausedAt: at }), details: { reason } });
}

export function resume(desk: Desk, caller: Caller, { cycle, reason }: { cycle: string; reason: string }): Promise<Cycle> {
  return onCycle(desk, caller, { cycle, act: 'resume', changes: () => ({ pausedAt: null }), details: { reason } });
}

/** Ends a year for good; what was recorded stays. Its open duties are cancelled by the workflow. */
export function cancel(desk: Desk, caller: Caller, { cycle, reason }: { cycle: string; reason: string }): Promise<Cycle> {
  return onCycle(desk, caller, { cycle, act: 'cancelCycle', changes: () => ({ endedReason: reason, pausedAt: null }), details: { reason } });
}

interface OnCycle {
  readonly cycle: string;
  readonly act: CycleAct;
  readonly changes: (at: Instant) => CycleChanges;
  readonly details?: Readonly<Record<string, unknown>>;
  /** In the same transaction, once the act is done. */
  readonly also?: (tx: Repositories, after: Cycle, at: Instant) => Promise<void>;
}

async function onCycle(desk: Desk, caller: Caller, { cycle: id, act, changes, details, also }: OnCycle): Promise<Cycle> {
  const cycle = await getCycle(desk.record.read, id);
  const at = nowIn(desk, cycle);
  const after = await commit(desk, caller, async (tx) => {
    const done = await actOnCycle(tx, { cycle: id, act, actor: caller.actor, at, expectedVersion: cycle.version, changes: changes(at), ...(details ? { details } : {}) });
    await also?.(tx, done, at);
    return done;
  });
  desk.registers.forget();
  return after;
}

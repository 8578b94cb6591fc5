import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { mattersOfMove } from '../../domain/telling.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused, type RefusalCode } from '../../domain/refusals.ts';
import { actOnDuty } from '../../domain/transition.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn, stand, type Place, type Stand } from './place.ts';

export interface Extension {
  readonly due: PlainDate;
  readonly reason: string;
}

/** A later due date for what one unit is awaited for now. While it still writes its first version, its own due date moves too. */
export async function extend(desk: Desk, caller: Caller, { place, due, reason }: Extension & { place: Place }): Promise<{ duty: Duty }> {
  const here = await stand(desk, place);
  assertLater(here, due);
  return commit(desk, caller, async (tx) => ({ duty: await extendOne(tx, caller, here, { due, reason }) }));
}

async function extendOne(tx: Repositories, caller: Caller, { duty, at }: Stand, { due, reason }: Extension): Promise<Duty> {
  const isFirst = duty.round === 1 && (duty.state === 'draft' || duty.state === 'open');
  const { duty: after, cycle } = await actOnDuty(tx, {
    duty: duty.id, act: 'extend', actor: caller.actor, at, expectedVersion: duty.version,
    changes: { due, ...(isFirst ? { unitDue: due } : {}) }, details: { was: duty.due, due, reason },
  });
  await tx.notices.tell(await mattersOfMove(tx, { duty: after, cycle, cause: 'extend', before: duty.due, at }));
  return after;
}

function assertLater({ duty, at }: Stand, due: PlainDate): void {
  const today = dateOf(at);
  const least = duty.due > today ? duty.due : today;
  if (due < today || due <= duty.due) throw new Refused('invalid-input', { errors: [{ pointer: '/due', code: 'not-later', value: due, accepted: `> ${least}` }] });
}

export interface ManyExtended {
  readonly extended: readonly Pick<Duty, 'id' | 'due' | 'version'>[];
  /** Those that could not be extended, each with its reason; the others were. */
  readonly refused: readonly { readonly id: string; readonly code: RefusalCode }[];
}

export type WhichDuties =
  | { readonly duties: readonly string[] }
  | { readonly units: readonly string[]; readonly kind: 'plan' }
  | { readonly units: readonly string[]; readonly kind: 'report'; readonly quarter: Quarter };

/** Duties per transaction, so that nobody else waits long for the writer. */
const slice = 20;

/** Extends many, slice by slice. Sent again after a break, it passes over those that are done. */
export async function extendMany(desk: Desk, caller: Caller, { cycle: id, which, due, reason }: Extension & { cycle: string; which: WhichDuties }): Promise<ManyExtended> {
  const cycle = await getCycle(desk.record.read, id);
  const ids = idsOf(id, which);
  const extended: ManyExtended['extended'][number][] = [];
  const refused: ManyExtended['refused'][number][] = [];
  const extendSlice = async (tx: Repositories, slicedIds: readonly string[]): Promise<void> => {
    for (const dutyId of slicedIds) {
      const outcome = await tryExtend(tx, caller, { cycle: id, dutyId, at: nowIn(desk, cycle), due, reason });
      if ('code' in outcome) refused.push(outcome);
      else extended.push(outcome);
    }
  };
  const slices = Array.from({ length: Math.ceil(ids.length / slice) }, (_, index) => ids.slice(index * slice, (index + 1) * slice));
  for (const each of slices.slice(0, -1)) await desk.record.write((tx) => extendSlice(tx, each));
  return commit(desk, caller, async (tx) => {
    await extendSlice(tx, slices.at(-1) ?? []);
    return { extended, refused };
  });
}

function idsOf(cycle: string, which: WhichDuties): readonly string[] {
  if ('duties' in which) return which.duties;
  return which.kind === 'plan' ? which.units.map((unit) => planDutyId(cycle, unit)) : which.units.map((unit) => reportDutyId(cycle, which.quarter, unit));
}

type Outcome = ManyExtended['extended'][number] | ManyExtended['refused'][number];

async function tryExtend(tx: Repositories, caller: Caller, { cycle, dutyId, at, due, reason }: Extension & { cycle: string; dutyId: string; at: number }): Promise<Outcome> {
  const duty = await tx.duties.find(dutyId);
  const found = await tx.cycles.find(cycle);
  if (!duty || !found || duty.cycle !== cycle) return { id: dutyId, code: 'not-found' };
  if (duty.due === due) return { id: duty.id, due, version: duty.version };
  const here: Stand = { duty, cycle: found, at };
  try {
    assertLater(here, due);
    const after = await extendOne(tx, caller, here, { due, reason });
    return { id: after.id, due: after.due, version: after.version };
  } catch (error) {
    if (error instanceof Refused && error.code !== 'storage-unavailable' && error.code !== 'forbidden') return { id: duty.id, code: error.code };
    throw error;
  }
}

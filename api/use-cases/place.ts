import { partsOf, type Cycle } from '../../domain/cycle.ts';
import { calendarAt } from '../../domain/cycle-clock.ts';
import type { Instant } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { isAllowed, type Action } from '../../domain/permissions.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';

/** Where a duty stands: a unit's plan of a cycle, or its report of one quarter. */
export interface Place {
  readonly cycle: string;
  readonly unit: string;
  readonly quarter?: Quarter;
}

/** A duty with its cycle, and what that cycle's calendar shows now. */
export interface Stand {
  readonly duty: Duty;
  readonly cycle: Cycle;
  readonly at: Instant;
}

export function dutyIdOf({ cycle, unit, quarter }: Place): string {
  return quarter === undefined ? planDutyId(cycle, unit) : reportDutyId(cycle, quarter, unit);
}

export async function getCycle(repositories: Repositories, id: string): Promise<Cycle> {
  const cycle = await repositories.cycles.find(id);
  if (!cycle) throw new Refused('not-found', { figures: { subject: id } });
  return cycle;
}

/** What the cycle's calendar shows now. */
export function nowIn(desk: Desk, cycle: Pick<Cycle, 'clock'>): Instant {
  return calendarAt(cycle.clock, desk.now());
}

/** Reads the duty and its cycle. Throws `not-in-cycle` for a unit that is no member, `not-found` for a duty not yet open. */
export async function stand(desk: Desk, place: Place): Promise<Stand> {
  const { read } = desk.record;
  const cycle = await desk.registers.cycle(place.cycle);
  const duty = await read.duties.find(dutyIdOf(place));
  if (duty) return { duty, cycle, at: nowIn(desk, cycle) };
  const member = await read.cycleUnits.find(cycle.id, place.unit);
  if (!member) throw new Refused('not-in-cycle', { figures: { unit: place.unit, cycle: cycle.id } });
  throw new Refused('not-found', { figures: { subject: dutyIdOf(place), state: cycle.state } });
}

/** Asks the permission table before anything is computed; the transition asks again inside the transaction. */
export function authorise(caller: Caller, action: Action, cycle: Cycle, unit: string): void {
  if (!isAllowed(caller.actor, action, { unit, parts: partsOf(cycle.settings.roles) })) throw new Refused('forbidden', { figures: { action } });
}

/** A decision or an opinion binds itself to what was read: other content now, and it is refused. */
export function assertSameContent(duty: Duty, contentHash: string): void {
  if (duty.contentHash !== contentHash) {
    throw new Refused('stale-content', { figures: { subject: duty.id, expected: contentHash, actual: duty.contentHash } });
  }
}

import type { AuditRow } from '../domain/audit.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { Repositories } from '../domain/ports/record.ts';

/** A pause that is over. `id` is the audit row of its end. */
export interface EndedPause {
  readonly id: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** The audit act by which the workflow says that a pause's days have been added to the open due dates. */
export const settledAct = 'shiftDueDates';

/** Pauses that have ended and are not settled, oldest first. The audit chain knows: each end is a row, and so is each settling. */
export async function pausesToSettle({ audit }: Pick<Repositories, 'audit'>, cycle: Pick<Cycle, 'id'>): Promise<readonly EndedPause[]> {
  const of = async (act: string): Promise<readonly AuditRow[]> =>
    (await audit.list({ cycle: cycle.id, act, subject: cycle.id }, { limit: 500 })).items.filter(({ outcome }) => outcome === 'done');
  const ends = await of('resume');
  if (ends.length === 0) return [];
  const [begins, settled] = [await of('pause'), await of(settledAct)];
  const last = Math.max(0, ...settled.map(({ details }) => Number(details['resume'])));
  return ends.filter(({ id }) => id > last).toSorted((a, b) => a.id - b.id).flatMap((end): EndedPause[] => {
    const begin = begins.filter(({ id }) => id < end.id).toSorted((a, b) => b.id - a.id)[0];
    return begin ? [{ id: end.id, from: begin.at, to: end.at }] : [];
  });
}

/**
 * Whether a cycle has a pause to settle. Remembered per version of the cycle, which every pause and its end raise: views
 * ask each time.
 */
export class SettledPauses {
  readonly #settledAt = new Map<string, number>();

  async isUnsettled(repositories: Pick<Repositories, 'audit'>, cycle: Pick<Cycle, 'id' | 'version'>): Promise<boolean> {
    if (this.#settledAt.get(cycle.id) === cycle.version) return false;
    const isUnsettled = (await pausesToSettle(repositories, cycle)).length > 0;
    if (!isUnsettled) this.#settledAt.set(cycle.id, cycle.version);
    return isUnsettled;
  }
}

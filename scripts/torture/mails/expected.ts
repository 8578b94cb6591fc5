import { realAt } from '../../../domain/cycle-clock.ts';
import type { RungAudience } from '../../../domain/cycle.ts';
import { planDutyId } from '../../../domain/ids.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import type { Quarter } from './quarter.ts';

/** One person, one rung, one matter. */
export interface ExpectedMail {
  readonly duty: string;
  readonly unit: string;
  /** How the rung's key ends. */
  readonly rung: string;
  readonly address: string;
  /** Of the rung. */
  readonly real: number;
  /** Its unit submitted so soon after the rung that the reminder may have come too late to be one. */
  readonly mayBeOvertaken: boolean;
}

/** Between a unit's look at what it was reminded of and its receipt lies one request; a rung that comes in between is either's, in real ms. */
const overtakenMs = 10_000;

export interface ExpectedRequest {
  readonly record: RecordStore;
  readonly cycle: string;
  readonly units: readonly string[];
  readonly quarter: Quarter;
  readonly addressesOf: (to: RungAudience, unit: string) => readonly string[];
}

/** What must have been sent, from the ladder, the units and their submissions alone: every rung that came before the unit had submitted. */
export async function expectedMails({ record, cycle, units, quarter: { moments, clock }, addressesOf }: ExpectedRequest): Promise<readonly ExpectedMail[]> {
  const submissions = await record.read.submissions.latestOfMany(units.map((unit) => planDutyId(cycle, unit)));
  return units.flatMap((unit) => {
    const until = submissions.get(planDutyId(cycle, unit))?.submittedAt ?? Infinity;
    return moments.filter(({ at }) => at <= until).flatMap(({ rung, at }) => addressesOf(rung.to, unit).map((address): ExpectedMail => ({
      duty: planDutyId(cycle, unit), unit, rung: `/${rung.days > 0 ? `+${rung.days}` : String(rung.days)}`, address, real: realAt(clock, at),
      mayBeOvertaken: until !== Infinity && realAt(clock, until) - realAt(clock, at) < overtakenMs,
    })));
  });
}

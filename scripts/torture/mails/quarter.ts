import { between, randomFor, shuffled } from '../../../cli/rehearse/random.ts';
import type { CycleClock } from '../../../domain/cycle-clock.ts';
import type { LadderKind, Rung } from '../../../domain/cycle.ts';
import type { Instant } from '../../../domain/date.ts';
import { addDays, atTime, startOfDay } from '../../../domain/plain-date.ts';
import type { PlanCalendar } from '../../../domain/plan.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';

/** Eight rungs around the date on which the drafts are due. */
export const rungs: readonly Rung[] = [
  { days: -10, to: 'unit' }, { days: -5, to: 'unit' }, { days: -3, to: 'unit' }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' },
  { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' },
];
/** After the end of the quarter: every reminder that arrives is of the ladder above. */
const later: readonly Rung[] = [{ days: 60, to: 'committee' }];
export const ladder = { plan: rungs, appraisal: later, conclusion: later, approval: later } as const satisfies Partial<Record<LadderKind, readonly Rung[]>>;

/** All in real ms: from the launch to the first rung, and from each rung to the next. */
export interface Pace {
  readonly lead: number;
  readonly spacing: number;
}

export interface Quarter {
  readonly calendar: PlanCalendar;
  readonly clock: CycleClock;
  /** Of each rung. */
  readonly moments: readonly { readonly rung: Rung; readonly at: Instant; readonly real: number }[];
  /** Real time at which the last rung has had its time. */
  readonly over: number;
}

const hourMs = 3_600_000;

/** Drafting on a clock that gives every rung the same time, however many days lie between. */
export function quarterOf({ calendar: usual, days, startReal, pace: { lead, spacing } }: { readonly calendar: PlanCalendar; readonly days: WorkingCalendar; readonly startReal: number; readonly pace: Pace }): Quarter {
  const due = days.dueOn(usual.draftsDue);
  const calendar = { ...usual, guidance: addDays(usual.draftsDue, -28) };
  const moments = rungs.map((rung, index) => ({ rung, at: atTime(days.addWorkingDays(due, rung.days), '08:00'), real: startReal + lead + index * spacing }));
  const [from, last] = [startOfDay(calendar.guidance), moments.at(-1) ?? { at: 0, real: 0 }];
  const end = { calendar: last.at + 240 * hourMs, real: last.real + 1_800_000 };
  const points = [{ calendar: from, real: startReal }, ...moments.map(({ at, real }) => ({ calendar: at, real })), end, { calendar: end.calendar + 1_000, real: end.real + 1_000 }];
  return { calendar, clock: { kind: 'segments', segments: points }, moments, over: last.real + spacing };
}

/** When each unit submits, in real time: between two rungs, before the first, or (null) never. */
export function submissionsOf(units: readonly string[], { moments }: Quarter, { lead, spacing }: Pace, seed: number): ReadonlyMap<string, number | null> {
  const random = randomFor(seed, 'submissions');
  return new Map(shuffled(random, units).map((unit, index) => {
    const slot = index % (moments.length + 1);
    const share = between(random, 35, 70) / 100;
    if (slot === moments.length) return [unit, null];
    return [unit, (moments[slot]?.real ?? 0) - (slot === 0 ? lead : spacing) * (1 - share)];
  }));
}

import type { Instant } from '../../../domain/date.ts';
import type { BusyWindow, RehearsalPace } from '../../../domain/rehearsal-clock.ts';
import type { Moment } from './moments.ts';

/** Of the whole, what the idle months in between take. */
const idleShare = 0.06;
/** Calendar time that a moment lasts, unless the next one comes sooner. */
const momentMs = 90 * 60_000;

export interface PaceRequest {
  readonly moments: readonly Moment[];
  readonly from: Instant;
  readonly to: Instant;
  readonly startReal: Instant;
  /** Wanted length of the whole; absent: as long as the moments need. */
  readonly totalRealMs?: number;
}

export interface Pace extends RehearsalPace {
  /** How much more (above 1) or less time each moment has than it needs. */
  readonly ease: number;
}

/** Gives every moment the time that it needs, and hurries through the rest of the year. */
export function paceOf({ moments, from, to, startReal, totalRealMs }: PaceRequest): Pace {
  const inside = moments.filter((moment) => moment.at >= from && moment.at < to);
  const needed = inside.map((moment) => moment.needMs);
  const sum = needed.reduce((total, each) => total + each, 0);
  const total = totalRealMs ?? Math.ceil(sum / (1 - idleShare));
  const ease = (total * (1 - idleShare)) / sum;
  const busy = inside.map((moment, index): BusyWindow => ({
    from: moment.at,
    to: Math.min(moment.at + momentMs, inside[index + 1]?.at ?? to, to),
    realMs: Math.max(1, Math.floor((needed[index] ?? 0) * ease)),
  }));
  return { startReal, from, to, busy, totalRealMs: Math.ceil(total), ease };
}

import { validateClock, type ClockPoint, type CycleClock } from './cycle-clock.ts';
import type { Instant } from './date.ts';

/** A stretch of the calendar that needs its time, however short the year: the days before a deadline. */
export interface BusyWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** Real milliseconds from `from` to `to`. */
  readonly realMs: number;
}

export interface RehearsalPace {
  /** Real time at which the calendar shows `from`. */
  readonly startReal: Instant;
  /** First and last moment of the rehearsed calendar: everything that must happen quickly lies between. */
  readonly from: Instant;
  readonly to: Instant;
  readonly busy: readonly BusyWindow[];
  /** Real milliseconds from `from` to `to`, busy windows included. */
  readonly totalRealMs: number;
}

/**
 * A clock that gives each busy window its real time and hurries evenly through the rest. Windows may overlap: where
 * they do, their times add up, so each has at least its own. Before `from` and after `to` the calendar runs at
 * real speed, so that a rehearsal looked at next month does not stand centuries later.
 * Throws RangeError when a window lies outside or the time does not suffice.
 */
export function rehearsalClock(pace: RehearsalPace): CycleClock {
  assertPossible(pace);
  const edges = [...new Set([pace.from, pace.to, ...pace.busy.flatMap((window) => [window.from, window.to])])].sort((a, b) => a - b);
  const pieces = edges.slice(1).map((to, index) => pieceOf(pace.busy, edges[index] ?? to, to));
  const idleMs = pieces.filter((piece) => piece.isIdle).reduce((sum, piece) => sum + piece.length, 0);
  const restMs = pace.totalRealMs - pace.busy.reduce((sum, window) => sum + window.realMs, 0);
  if (idleMs > 0 ? restMs < 1 : restMs !== 0) throw new RangeError(`Busy windows leave ${restMs} ms for ${idleMs} idle ms of the calendar`);

  const points: ClockPoint[] = [{ calendar: pace.from, real: pace.startReal }];
  let elapsed = 0;
  for (const piece of pieces) {
    elapsed += piece.isIdle ? (restMs * piece.length) / idleMs : piece.busyRealMs;
    points.push({ calendar: piece.to, real: pace.startReal + Math.round(elapsed) });
  }
  return sound({ kind: 'segments', segments: withRealSpeedAround(withoutEmptySegments(points)) });
}

function assertPossible(pace: RehearsalPace): void {
  const numbers = [pace.startReal, pace.from, pace.to, pace.totalRealMs, ...pace.busy.flatMap((window) => [window.from, window.to, window.realMs])];
  if (!numbers.every(Number.isSafeInteger)) throw new RangeError('A rehearsal is paced in whole milliseconds');
  if (pace.from >= pace.to) throw new RangeError('A rehearsal must end after it begins');
  for (const window of pace.busy) {
    if (window.from < pace.from || window.to > pace.to || window.from >= window.to || window.realMs < 1) {
      throw new RangeError(`Busy window ${window.from}–${window.to} (${window.realMs} ms) is empty or outside the rehearsal`);
    }
  }
}

interface Piece {
  readonly to: Instant;
  readonly length: number;
  readonly isIdle: boolean;
  readonly busyRealMs: number;
}

/** No window begins or ends inside a piece: a window covers it whole or not at all. */
function pieceOf(busy: readonly BusyWindow[], from: Instant, to: Instant): Piece {
  const covering = busy.filter((window) => window.from <= from && to <= window.to);
  const length = to - from;
  const busyRealMs = covering.reduce((sum, window) => sum + (window.realMs * length) / (window.to - window.from), 0);
  return { to, length, isIdle: covering.length === 0, busyRealMs };
}

/** Joins pieces too short for a millisecond to a neighbour, which then gains or loses that much; keeps both ends. */
function withoutEmptySegments(points: readonly ClockPoint[]): readonly ClockPoint[] {
  const last = points.at(-1);
  return points.filter((point, index) => {
    if (index === 0 || point === last) return true;
    return point.real > (points[index - 1]?.real ?? -Infinity) && point.real < (last?.real ?? Infinity);
  });
}

function withRealSpeedAround(points: readonly ClockPoint[]): readonly ClockPoint[] {
  const shifted = (point: ClockPoint | undefined, ms: number): ClockPoint[] =>
    point ? [{ calendar: point.calendar + ms, real: point.real + ms }] : [];
  return [...shifted(points[0], -1000), ...points, ...shifted(points.at(-1), 1000)];
}

function sound(clock: CycleClock): CycleClock {
  const problems = validateClock(clock);
  if (problems.length > 0) throw new RangeError(`No sound clock for this rehearsal: ${JSON.stringify(problems)}`);
  return clock;
}

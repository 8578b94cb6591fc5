import type { CycleClock } from './cycle-clock.ts';
import type { Instant, PlainDate } from './date.ts';
import { startOfDay } from './plain-date.ts';
import type { PlanCalendar } from './plan.ts';
import { rehearsalClock, type BusyWindow } from './rehearsal-clock.ts';
import { afterDay, morningOf, type Days } from './view/office-hours.ts';

/** How many real minutes a rehearsed year may take. */
export const rehearsalMinutes = { least: 5, most: 600 } as const;

/** Working days around a date by which people must act that pass slowly: before it to write and to judge, after it for those who are late. */
const slow = { before: 10, after: 5 } as const;
/** Working days in which the guidance is to be published. */
const toPublish = 2;
/** Of the whole, what is spread evenly over the year. */
const evenShare = 0.25;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface LaunchPace {
  readonly clock: CycleClock;
  /** Real milliseconds that a calendar day takes near one deadline, and far from all of them. */
  readonly slowDayMs: number;
  readonly fastDayMs: number;
}

export interface PaceRequest {
  readonly dates: PlanCalendar;
  readonly minutes: number;
  readonly startReal: Instant;
}

/**
 * The clock of a year that people rehearse by hand: `minutes` from the morning of its guidance to the morning of its closing, most of them in the
 * days around its deadlines. Throws RangeError when the year is too short to be rehearsed in so much time.
 */
export function launchPace({ dates, minutes, startReal }: PaceRequest, calendar: Days): LaunchPace {
  const [from, to] = [morningOf(dates.guidance), morningOf(dates.closing) + hourMs];
  const totalRealMs = minutes * 60_000;
  const windows = windowsOf(dates, calendar).map((window) => ({ from: Math.max(window.from, from), to: Math.min(window.to, to) })).filter((window) => window.from < window.to);
  const slowMs = windows.reduce((sum, window) => sum + window.to - window.from, 0);
  const ofSlow = slowMs === 0 ? 0 : (totalRealMs * (1 - evenShare)) / slowMs;
  const busy = windows.map((window): BusyWindow => ({ ...window, realMs: Math.max(1, Math.floor(ofSlow * (window.to - window.from))) }));
  const evenMs = totalRealMs - busy.reduce((sum, { realMs }) => sum + realMs, 0);
  const fastDayMs = (evenMs / (to - from)) * dayMs;
  return { clock: rehearsalClock({ startReal, from, to, totalRealMs, busy: [{ from, to, realMs: evenMs }, ...busy] }), slowDayMs: fastDayMs + ofSlow * dayMs, fastDayMs };
}

function windowsOf({ guidance, draftsDue, appraisalDue, approvalDue, periods }: PlanCalendar, calendar: Days): readonly { readonly from: Instant; readonly to: Instant }[] {
  const around = (date: PlainDate) => {
    const due = calendar.dueOn(date);
    return { from: startOfDay(calendar.addWorkingDays(due, -slow.before)), to: afterDay(calendar.addWorkingDays(due, slow.after)) };
  };
  const publishing = { from: startOfDay(guidance), to: afterDay(calendar.addWorkingDays(guidance, toPublish)) };
  return [publishing, ...[draftsDue, appraisalDue, approvalDue, ...periods.map(({ due }) => due)].map(around)];
}

import type { PlainDate } from './date.ts';
import { periodId } from './ids.ts';
import { addDays, dateParts, plainDate } from './plain-date.ts';
import { quarters, type PlanPeriod, type Quarter } from './plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/*
 * Reporting periods follow the days on which figures are closed: the 15th before to the 14th of the last month
 * (Nghị định 09/2019/NĐ-CP, Điều 12), so the plan year 2022 runs from 15/12/2021 to 14/12/2022. The plans print
 * the same windows and make the reports due on the 20th of the last month.
 */

export const windowKinds = ['quarter', 'first-half', 'nine-months', 'year'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** A stretch that a report covers, both days included. */
export interface ReportingWindow {
  readonly kind: WindowKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface ReportingPeriod extends PlanPeriod {
  /** `2022-Q1`. */
  readonly id: string;
  readonly year: number;
  /** The 20th by rule; `due` is the same or the working day after it. */
  readonly nominalDue: PlainDate;
  /** The quarter, and what is reported with it: the first half with Q2, nine months with Q3, the year with Q4. */
  readonly windows: readonly ReportingWindow[];
}

const cumulativeKinds = { Q1: 'quarter', Q2: 'first-half', Q3: 'nine-months', Q4: 'year' } as const satisfies Readonly<Record<Quarter, WindowKind>>;

const lastMonths = { Q1: 3, Q2: 6, Q3: 9, Q4: 12 } as const satisfies Readonly<Record<Quarter, number>>;

/** One period of a plan year; with a calendar, a due date on a day off moves to the working day after it. */
export function periodOf(year: number, quarter: Quarter, calendar?: Pick<WorkingCalendar, 'dueOn'>): ReportingPeriod {
  const month = lastMonths[quarter];
  const from = month === 3 ? plainDate(year - 1, 12, 15) : plainDate(year, month - 3, 15);
  const to = plainDate(year, month, 14);
  const nominalDue = plainDate(year, month, 20);
  const windows: ReportingWindow[] = [{ kind: 'quarter', from, to }];
  if (quarter !== 'Q1') windows.push({ kind: cumulativeKinds[quarter], from: plainDate(year - 1, 12, 15), to });
  return { id: periodId(year, quarter), year, quarter, from, to, due: calendar ? calendar.dueOn(nominalDue) : nominalDue, nominalDue, windows };
}

/** The four periods of a plan year, in order and without a gap. */
export function periodsOf(year: number, calendar?: Pick<WorkingCalendar, 'dueOn'>): readonly ReportingPeriod[] {
  return quarters.map((quarter) => periodOf(year, quarter, calendar));
}

/** The window from the first day of the plan year to the end of the period: what cumulative figures cover. */
export function cumulativeWindow(year: number, quarter: Quarter): ReportingWindow {
  return { kind: cumulativeKinds[quarter], from: plainDate(year - 1, 12, 15), to: plainDate(year, lastMonths[quarter], 14) };
}

export interface PeriodParts {
  readonly year: number;
  readonly quarter: Quarter;
}

/** Reads `2022-Q1`; undefined when it is no period id. */
export function parsePeriodId(id: string): PeriodParts | undefined {
  const match = /^([1-9]\d{3})-(Q[1-4])$/.exec(id);
  const quarter = quarters.find((each) => each === match?.[2]);
  return match && quarter ? { year: Number(match[1]), quarter } : undefined;
}

/** `2022-Q1` for `2022-Q2`, `2021-Q4` for `2022-Q1`. Throws RangeError when `id` is no period id. */
export function previousPeriod(id: string): string {
  return shiftedPeriod(id, -1);
}

export function nextPeriod(id: string): string {
  return shiftedPeriod(id, 1);
}

function shiftedPeriod(id: string, by: 1 | -1): string {
  const parts = parsePeriodId(id);
  if (!parts) throw new RangeError(`Not a period id: ${JSON.stringify(id)}`);
  const index = parts.year * 4 + quarters.indexOf(parts.quarter) + by;
  return periodId(Math.floor(index / 4), quarters[index % 4] ?? parts.quarter);
}

/** The plan year that a day's figures count towards: 15/12/2021 belongs to 2022. */
export function planYearOf(date: PlainDate): number {
  const { year, month, day } = dateParts(date);
  return month === 12 && day >= 15 ? year + 1 : year;
}

/** The period whose figures include the day. */
export function periodContaining(date: PlainDate): ReportingPeriod {
  const year = planYearOf(date);
  const { month } = dateParts(addDays(date, -14));
  return periodOf(year, quarters[Math.floor((month % 12) / 3)] ?? 'Q1');
}

import type { PlainDate } from './date.ts';
import { addDays, dateParts, dayOfWeek } from './plain-date.ts';

export const calendarDayKinds = ['holiday', 'working-swap', 'day-off-swap'] as const;
/**
 * `holiday`: off by law, or in lieu of one that fell on a weekend. `day-off-swap`: a weekday off in exchange for the
 * weekend day that is worked, a `working-swap`.
 */
export type CalendarDayKind = (typeof calendarDayKinds)[number];

/** A day on which work differs from the week's rule. `source` is the document that announced it. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly nameEn: string;
  readonly source: string;
}

export interface WorkingCalendar {
  isWorkingDay(date: PlainDate): boolean;
  /** `date` itself when it is working, else the first working day after it. */
  nextWorkingDay(date: PlainDate): PlainDate;
  /**
   * When a time limit ending on `date` really ends: a limit whose last day is off ends with the following working day
   * (Bộ luật Dân sự 2015, Điều 148, khoản 5).
   */
  dueOn(date: PlainDate): PlainDate;
  /** The nth working day after `date`, or before it when negative; 0 is `date` itself, working or not. */
  addWorkingDays(date: PlainDate, days: number): PlainDate;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. Undoes `addWorkingDays`. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number;
  /** The entry that makes `date` differ from the week's rule, if any. */
  find(date: PlainDate): CalendarDay | undefined;
}

/** Monday to Friday are working unless `days` says otherwise; of two entries for one date the later counts. */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const entries = new Map(days.map((day) => [day.date, day]));

  const isWorkingDay = (date: PlainDate): boolean => {
    const entry = entries.get(date);
    return entry ? entry.kind === 'working-swap' : dayOfWeek(date) <= 5;
  };

  const nextWorkingDay = (date: PlainDate): PlainDate => {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return day;
  };

  const addWorkingDays = (date: PlainDate, days: number): PlainDate => {
    if (!Number.isSafeInteger(days)) throw new RangeError(`Not a number of days: ${days}`);
    const step = Math.sign(days);
    let day = date;
    for (let left = Math.abs(days); left > 0; left -= isWorkingDay(day) ? 1 : 0) day = addDays(day, step);
    return day;
  };

  const counted = (from: PlainDate, to: PlainDate): number => {
    dateParts(to);
    const step = from < to ? 1 : -1;
    let count = 0;
    for (let day = from; day !== to; ) {
      day = addDays(day, step);
      if (isWorkingDay(day)) count += step;
    }
    return count;
  };

  // A table of duties asks for the same few pairs of dates in every row.
  const between = new Map<string, number>();
  const workingDaysBetween = (from: PlainDate, to: PlainDate): number => {
    const key = `${from} ${to}`;
    const count = between.get(key) ?? counted(from, to);
    between.set(key, count);
    return count;
  };

  return { isWorkingDay, nextWorkingDay, dueOn: nextWorkingDay, addWorkingDays, workingDaysBetween, find: (date) => entries.get(date) };
}

import type { Instant, PlainDate } from '../date.ts';
import { addDays, atTime, startOfDay } from '../plain-date.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** The working calendar as far as dates of the process need it. */
export type Days = Pick<WorkingCalendar, 'dueOn' | 'addWorkingDays'>;

/** When the office opens. */
export const opening = '08:00';

/** Reminders go out, and steps begin, when the office opens. */
export const morningOf = (date: PlainDate): Instant => atTime(date, opening);

/** What is due on a day is expected by the end of office hours; it is late from the next day on. */
export const officeEndOf = (date: PlainDate): Instant => atTime(date, '17:00');

/** The first instant after the day. */
export const afterDay = (date: PlainDate): Instant => startOfDay(addDays(date, 1));

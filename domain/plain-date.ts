import type { Instant, PlainDate } from './date.ts';
import type { Language } from './text.ts';

/*
 * Civil dates by integer arithmetic alone: the same in a workflow, a browser and a test. Years 1 to 9999, Gregorian.
 * Functions that take a PlainDate throw RangeError when it is none; read foreign text with `parsePlainDate`.
 */

const msPerDay = 86_400_000;
/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975. */
const zoneOffsetMs = 7 * 3_600_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** ISO: Monday is 1, Saturday 6, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function readParts(text: string): DateParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const exists = parts.year >= 1 && parts.day >= 1 && parts.day <= daysInMonth(parts.year, parts.month);
  return exists ? parts : undefined;
}

export function isPlainDate(text: unknown): text is PlainDate {
  return typeof text === 'string' && readParts(text) !== undefined;
}

/** The date that `text` writes as `YYYY-MM-DD`; undefined when there is no such day (2023-02-29). */
export function parsePlainDate(text: string): PlainDate | undefined {
  return isPlainDate(text) ? text : undefined;
}

export function dateParts(date: PlainDate): DateParts {
  const parts = readParts(date);
  if (!parts) throw new RangeError(`Not a date: ${JSON.stringify(date)}`);
  return parts;
}

/** Throws RangeError when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  dateParts(date);
  return date;
}

/** Days since 1970-01-01, counting years from 1 March so that 29 February comes last. */
function toDayNumber(date: PlainDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfMarchYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + dayOfMarchYear - 719_468;
}

/** The inverse, by 400-year eras of 146,097 days. */
function fromDayNumber(dayNumber: number): PlainDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return plainDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day `months` later, or the month's last when it has no such day: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function dayOfWeek(date: PlainDate): Weekday {
  const fromMonday = toDayNumber(date) + 3;
  return (fromMonday - Math.floor(fromMonday / 7) * 7 + 1) as Weekday;
}

/** 00:00 of the day in Asia/Ho_Chi_Minh. */
export function startOfDay(date: PlainDate): Instant {
  return toDayNumber(date) * msPerDay - zoneOffsetMs;
}

/** The day's last millisecond, 23:59:59.999: what is due on a day is in time until then, inclusive. */
export function endOfDay(date: PlainDate): Instant {
  return startOfDay(date) + msPerDay - 1;
}

/** The day in Asia/Ho_Chi_Minh on which the instant falls. */
export function dateOf(instant: Instant): PlainDate {
  return fromDayNumber(Math.floor((instant + zoneOffsetMs) / msPerDay));
}

/** `time` is `HH:MM`, 00:00 to 23:59, in Asia/Ho_Chi_Minh. */
export function atTime(date: PlainDate, time: string): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`Not a time of day: ${JSON.stringify(time)}`);
  return startOfDay(date) + (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

/** The inverse of `atTime`, seconds cut off. */
export function timeOf(instant: Instant): string {
  const minutes = Math.floor((instant - startOfDay(dateOf(instant))) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `20/03/2022` in Vietnamese, `20 March 2022` in English. */
export function formatDate(date: PlainDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  if (language === 'en') return `${day} ${monthNames[month - 1]} ${year}`;
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

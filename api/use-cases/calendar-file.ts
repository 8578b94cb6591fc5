import { lineFaults } from '../../domain/ports/calendar-file.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { calendarDayKinds, type CalendarDay } from '../../domain/working-calendar.ts';
import { calendarDay } from '../contracts/register.ts';
import { readCalendarCsv } from './calendar-csv.ts';
import type { Desk } from './desk.ts';

export interface CalendarText {
  readonly text: string;
  /** The document that announced the days for which the file names none. */
  readonly source?: string;
}

/** What is wrong with one day of a file, by its field, and what is accepted. */
const dayFaults = {
  date: { code: 'line-date', accepted: '2022-02-03' },
  kind: { code: 'line-kind', accepted: calendarDayKinds.join(', ') },
  name: { code: 'line-name', accepted: '1–200' },
  nameEn: { code: 'line-name-en', accepted: '1–200' },
  source: { code: 'line-source', accepted: '1–300' },
} as const satisfies Readonly<Record<keyof CalendarDay, Pick<FieldError, 'code' | 'accepted'>>>;

const most = 400;

/**
 * The days of a file, iCalendar or CSV. Throws `invalid-input` at `pointer`, one fault for each line that is wrong, its number as the value;
 * nothing of such a file is taken.
 */
export function readCalendarFile(desk: Desk, { text, source = '' }: CalendarText, pointer: string): readonly CalendarDay[] {
  const written = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? desk.calendarFile.read(text.replace(/^\uFEFF/, '')) : readCalendarCsv(text);
  const errors: FieldError[] = written.faults.map(({ line, code }) => ({ pointer, code, value: line, accepted: lineFaults[code] }));
  const lines = new Map<string, number>();
  const days = written.days.flatMap(({ line, day }) => {
    const parsed = calendarDay.safeParse({ ...day, source: day.source || source });
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof CalendarDay));
      errors.push(...[...fields].map((field) => ({ pointer, ...dayFaults[field], value: line })));
      return [];
    }
    const before = lines.get(parsed.data.date);
    if (before !== undefined) errors.push({ pointer, code: 'line-twice', value: line, accepted: `${parsed.data.date}: ${before}` });
    lines.set(parsed.data.date, before ?? line);
    return [parsed.data];
  });
  if (errors.length === 0 && days.length === 0) errors.push({ pointer, code: 'no-days', accepted: 'VEVENT, CSV' });
  if (days.length > most) errors.push({ pointer, code: 'too_big', accepted: `≤ ${most}` });
  if (errors.length > 0) throw new Refused('invalid-input', { errors: errors.toSorted((a, b) => Number(a.value ?? 0) - Number(b.value ?? 0)).slice(0, 20) });
  return days;
}

/** The days of a year, or all of them, as iCalendar. */
export async function writeCalendarFile(desk: Desk, name: string, year?: number): Promise<string> {
  const days = (await desk.registers.calendarDays()).filter(({ date }) => year === undefined || date.startsWith(`${year}-`));
  return desk.calendarFile.write(name, days, desk.now());
}

/** Days of a file beside what the calendar has: `same` ones change nothing. */
export async function compareWithCalendar(desk: Desk, days: readonly CalendarDay[]): Promise<readonly { readonly day: CalendarDay; readonly was: CalendarDay | undefined; readonly isSame: boolean }[]> {
  const calendar = await desk.registers.calendar();
  return days.map((day) => {
    const was = calendar.find(day.date);
    return { day, was, isSame: was !== undefined && Object.keys(dayFaults).every((field) => was[field as keyof CalendarDay] === day[field as keyof CalendarDay]) };
  });
}

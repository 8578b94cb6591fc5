import { z } from 'zod';
import { calendarColumns } from '../../../api/use-cases/calendar-csv.ts';
import { writeCalendarFile } from '../../../api/use-cases/calendar-file.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { addDays, addMonths, dateOf, dateParts, daysInMonth, dayOfWeek, plainDate } from '../../../domain/plain-date.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';
import { page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { crumbsTo } from './crumbs.ts';

const query = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional().catch(undefined), year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) });
type Query = z.output<typeof query>;

/** The weeks of a month from Monday to Sunday; days of the neighbouring months stay empty. */
function weeksOf(month: string, calendar: WorkingCalendar, today: string) {
  const { year, month: number } = dateParts(`${month}-01`);
  const days = Array.from({ length: daysInMonth(year, number) }, (_, index) => addDays(plainDate(year, number, 1), index));
  const before = dayOfWeek(days[0] ?? today) - 1;
  const cells = [...Array.from({ length: before }, () => undefined), ...days].map((date) => date && { date, number: dateParts(date).day, isOff: !calendar.isWorkingDay(date), isToday: date === today, entry: calendar.find(date), href: paths.calendarDay(date) });
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_each, day) => cells[week * 7 + day]));
}

async function show({ desk, caller, query: { month: asked }, t }: Visit<unknown, Query>): Promise<View> {
  const today = dateOf(desk.now());
  const month = asked ?? today.slice(0, 7);
  const [calendar, days] = await Promise.all([desk.registers.calendar(), desk.registers.calendarDays()]);
  const next = (step: number): string => paths.calendar({ month: addMonths(`${month}-01`, step).slice(0, 7) });
  const { year, month: number } = dateParts(`${month}-01`);
  const weeks = weeksOf(month, calendar, today);
  const working = weeks.flat().filter((cell) => cell && !cell.isOff).length;
  const entries = days.filter(({ date }) => date.startsWith(month));
  return {
    template: 'registers/calendar.njk', title: t('registers.calendar.monthTitle', { month: number, year }), wide: true, help: 'registers.calendar.help', crumbs: crumbsTo(t, 'calendar'),
    lead: t('registers.calendar.lead', { count: working, entries: entries.length }),
    model: {
      weeks, entries, month, year, before: next(-1), after: next(1), canWrite: isAllowed(caller.actor, 'calendar.write'), csvLink: paths.calendarCsv({ year: String(year) }), icalLink: paths.calendarIcal({ year: String(year) }),
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => ({ short: t(`registers.weekdays.${day}.short`), long: t(`registers.weekdays.${day}.long`) })),
    },
  };
}

async function download({ desk, query: { year }, t }: Visit<unknown, Query>): Promise<Download> {
  const days = (await desk.registers.calendarDays()).filter(({ date }) => year === undefined || date.startsWith(`${year}-`));
  return csvFile(`${t('registers.calendar.file')}${year === undefined ? '' : `-${year}`}`, [[...calendarColumns], ...days.map((day) => calendarColumns.map((column) => day[column]))]);
}

async function downloadIcal({ desk, query: { year }, t }: Visit<unknown, Query>): Promise<Download> {
  return { fileName: `${t('registers.calendar.file')}${year === undefined ? '' : `-${year}`}.ics`, type: 'text/calendar; charset=utf-8', body: await writeCalendarFile(desk, t('registers.calendar.title'), year) };
}

export const calendarPage = page({ name: 'calendar', path: '/registers/calendar', action: 'calendar.read', query, show });
export const calendarCsv = page({ name: 'calendarCsv', path: '/registers/calendar.csv', action: 'calendar.read', query, show: download });
export const calendarIcal = page({ name: 'calendarIcal', path: '/registers/calendar.ics', action: 'calendar.read', query, show: downloadIcal });

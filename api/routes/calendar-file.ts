import { z } from 'zod';
import { calendarFileQuery, calendarFileRead, calendarText } from '../contracts/calendar-file.ts';
import { calendarChanged } from '../contracts/register.ts';
import { parse } from '../http/parse.ts';
import { route, type Route } from '../http/route.ts';
import { compareWithCalendar, readCalendarFile, writeCalendarFile } from '../use-cases/calendar-file.ts';
import { previewCalendar, setCalendarDays } from '../use-cases/calendar.ts';

/** The working calendar as a file of other calendar programs. */
export const calendarFileRoutes: readonly Route[] = [
  route({
    name: 'readCalendarFile', tag: 'registers', method: 'get', path: '/calendar.ics', action: 'calendar.read', query: calendarFileQuery, produces: 'text/calendar', answer: z.string(),
    summary: { vi: 'Ngày nghỉ, ngày làm bù dưới dạng iCalendar', en: 'Days off and swapped days as iCalendar' },
    handle: () => Promise.resolve(''),
    stream: async ({ desk }, _caller, { query }, response) => {
      response.type('text/calendar; charset=utf-8').send(await writeCalendarFile(desk, 'Lịch làm việc', parse(calendarFileQuery, query).year));
    },
  }),
  route({
    name: 'previewCalendarFile', tag: 'registers', method: 'post', path: '/calendar/files/preview', action: 'calendar.write', quiet: true, body: calendarText, answer: calendarFileRead,
    summary: { vi: 'Đọc một tệp lịch và các hạn sẽ dời; chưa ghi gì', en: 'Read a calendar file, with the due dates that would move; nothing is written' },
    handle: async ({ desk }, _caller, { body }) => {
      const days = readCalendarFile(desk, body, '/text');
      const [compared, moves] = await Promise.all([compareWithCalendar(desk, days), previewCalendar(desk, { days })]);
      return { days: compared.map(({ day, isSame }) => ({ ...day, isSame })), moved: moves.map(({ duty, due }) => ({ duty: duty.id, was: duty.due, due })) };
    },
  }),
  route({
    name: 'importCalendarFile', tag: 'registers', method: 'post', path: '/calendar/files', action: 'calendar.write', key: true, body: calendarText, answer: calendarChanged,
    summary: { vi: 'Ghi các ngày của một tệp iCalendar hoặc CSV', en: 'Set the days of an iCalendar or CSV file' },
    handle: async ({ desk }, caller, { body }) => setCalendarDays(desk, caller, readCalendarFile(desk, body, '/text')),
  }),
];

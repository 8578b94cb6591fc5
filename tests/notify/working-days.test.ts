import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededCalendarDays } from '../../domain/holidays.ts';
import { addDays } from '../../domain/plain-date.ts';
import type { LineFaultCode } from '../../domain/ports/calendar-file.ts';
import { calendarDayKinds, type CalendarDay } from '../../domain/working-calendar.ts';
import { workingDaysFile } from '../../notify/working-days/file.ts';

const daysIn = (text: string): readonly CalendarDay[] => {
  const { days, faults } = workingDaysFile.read(text);
  expect(faults).toEqual([]);
  return days.map(({ day }) => day as CalendarDay);
};
const calendar = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

describe('the working calendar as iCalendar', () => {
  it('gives back the calendar of nine years as it was', () => {
    expect(daysIn(workingDaysFile.write('Lịch làm việc', seededCalendarDays, 0))).toEqual(seededCalendarDays);
  });

  it('gives back any name and document, whatever marks are in it, also when lines end as on other systems', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aĂệđ ,;:\\"\'()/=-n'), minLength: 1, maxLength: 120 }).map((text) => `x${text}x`.replaceAll(/\s+/g, ' '));
    const day = fc.record({ date: fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2019-01-01', count)), kind: fc.constantFrom(...calendarDayKinds), name: words, nameEn: words, source: words });
    fc.assert(fc.property(fc.uniqueArray(day, { selector: ({ date }) => date, maxLength: 5 }), fc.boolean(), (days, isUnix) => {
      const text = workingDaysFile.write('Lịch', days, 0);
      expect(daysIn(isUnix ? text.replaceAll('\r\n', '\n') : text)).toEqual(days);
    }), { seed: 2022, numRuns: 200 });
  });

  it('says the kind as category and the announcing document as description', () => {
    const text = workingDaysFile.write('Lịch', seededCalendarDays.filter(({ date }) => date === '2024-05-04'), 0);
    expect(text).toContain('DTSTART;VALUE=DATE:20240504\r\n');
    expect(text).toContain('CATEGORIES:working-swap\r\n');
    expect(text).toContain('DESCRIPTION:Công văn 2450/VPCP-KGVX ngày 12/4/2024\r\n');
  });

  it.each([
    ['DTEND the day after the last', ['DTSTART;VALUE=DATE:20220131', 'DTEND;VALUE=DATE:20220205'], ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']],
    ['a duration', ['DTSTART;VALUE=DATE:20220228', 'DURATION:P2D'], ['2022-02-28', '2022-03-01']],
    ['neither', ['DTSTART;VALUE=DATE:20220411'], ['2022-04-11']],
    ['an end on the first day', ['DTSTART;VALUE=DATE:20220411', 'DTEND;VALUE=DATE:20220411'], ['2022-04-11']],
  ])('takes an event with %s', (_, lines, dates) => {
    expect(daysIn(calendar(...lines, 'SUMMARY:Tết', 'DESCRIPTION:Công văn')).map(({ date }) => date)).toEqual(dates);
  });

  it.each([
    ['SUMMARY:Làm bù dịp Quốc khánh', 'working-swap'], ['SUMMARY:Đi làm bù', 'working-swap'], ['SUMMARY:Nghỉ hoán đổi ngày 29/4', 'day-off-swap'], ['SUMMARY:Nghỉ bù Tết Dương lịch', 'holiday'],
    ['CATEGORIES:Holidays,WORKING-SWAP\r\nSUMMARY:Ngày thứ Bảy', 'working-swap'], ['CATEGORIES:holiday\r\nSUMMARY:Làm bù', 'holiday'],
  ])('reads %s as %s', (lines, kind) => {
    expect(daysIn(calendar('DTSTART;VALUE=DATE:20220411', lines)).map((day) => day.kind)).toEqual([kind]);
  });

  const faulty: readonly (readonly [string, string, number, LineFaultCode])[] = [
    ['no calendar', 'Kính gửi các sở', 1, 'line-syntax'],
    ['a line that is none', calendar('DTSTART;VALUE=DATE:20220411', 'rác'), 5, 'line-syntax'],
    ['a parameter without value', calendar('DTSTART;VALUE:20220411'), 4, 'line-syntax'],
    ['an event that does not end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20220411', 1, 'line-syntax'],
    ['an event with a time', calendar('SUMMARY:Họp', 'DTSTART:20220411T080000'), 5, 'line-timed'],
    ['half a day', calendar('DTSTART;VALUE=DATE:20220411', 'DURATION:PT12H'), 5, 'line-timed'],
    ['30 February', calendar('DTSTART;VALUE=DATE:20220230'), 4, 'line-date'],
    ['letters for a date', calendar('DTSTART;VALUE=DATE:mai'), 4, 'line-date'],
    ['no date', calendar('SUMMARY:Tết'), 3, 'line-date'],
    ['an end before its beginning', calendar('DTSTART;VALUE=DATE:20220411', 'DTEND;VALUE=DATE:20220401'), 5, 'line-date'],
    ['a year off', calendar('DTSTART;VALUE=DATE:20220411', 'DTEND;VALUE=DATE:20230411'), 5, 'line-long'],
    ['one that repeats', calendar('DTSTART;VALUE=DATE:20220411', 'RRULE:FREQ=YEARLY'), 5, 'line-repeats'],
    ['one that is cancelled', calendar('DTSTART;VALUE=DATE:20220411', 'STATUS:CANCELLED'), 5, 'line-cancelled'],
  ];
  it.each(faulty)('refuses %s with its line', (_, text, line, code) => {
    expect(workingDaysFile.read(text).faults).toContainEqual({ line, code });
  });

  it('names each fault of a file, counted through folded lines', () => {
    const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Nghỉ\n  dài\nDTSTART;VALUE=DATE:20220230\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20220411T080000\nEND:VEVENT\nEND:VCALENDAR`;
    expect(workingDaysFile.read(text).faults).toEqual([{ line: 5, code: 'line-date' }, { line: 8, code: 'line-timed' }]);
  });
});

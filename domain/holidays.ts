import type { PlainDate } from './date.ts';
import { announcedYears, type AnnouncedSwap, type AnnouncedYear } from './holiday-announcements.ts';
import { addDays, dayOfWeek, plainDate } from './plain-date.ts';
import type { CalendarDay } from './working-calendar.ts';

/*
 * The calendar that a new installation begins with; administrators edit it from then on. Days fixed by law come from the
 * Labour Code, the rest from each year's announcement.
 */

interface Ground {
  readonly holidays: string;
  readonly inLieu: string;
}

function groundOf(year: number): Ground {
  return year < 2021
    ? { holidays: 'Bộ luật Lao động 2012, Điều 115', inLieu: 'Bộ luật Lao động 2012, Điều 115, khoản 3' }
    : { holidays: 'Bộ luật Lao động 2019, Điều 112', inLieu: 'Bộ luật Lao động 2019, Điều 111, khoản 3' };
}

function holiday(date: PlainDate, name: string, nameEn: string, source: string): CalendarDay {
  return { date, kind: 'holiday', name, nameEn, source };
}

const inLieuOf = (day: Pick<CalendarDay, 'name' | 'nameEn'>): { readonly name: string; readonly nameEn: string } => ({
  name: `Nghỉ bù ${day.name}`,
  nameEn: `In lieu of ${day.nameEn}`,
});

function statutoryDays({ year, hungKings, besideNationalDay, isExpected }: AnnouncedYear): readonly CalendarDay[] {
  const { holidays } = groundOf(year);
  const [expected, expectedEn] = isExpected ? [' (dự kiến)', ' (expected)'] : ['', ''];
  return [
    holiday(plainDate(year, 1, 1), 'Tết Dương lịch', 'New Year', holidays),
    holiday(hungKings, 'Giỗ Tổ Hùng Vương', "Hùng Kings' Commemoration", holidays),
    holiday(plainDate(year, 4, 30), 'Ngày Chiến thắng', 'Reunification Day', holidays),
    holiday(plainDate(year, 5, 1), 'Ngày Quốc tế Lao động', 'Labour Day', holidays),
    holiday(plainDate(year, 9, 2), 'Quốc khánh', 'National Day', holidays),
    ...(besideNationalDay ? [holiday(besideNationalDay.date, `Quốc khánh${expected}`, `National Day${expectedEn}`, besideNationalDay.source)] : []),
  ];
}

/** A holiday on a weekend is made good on the next working day; several in a row, on the days after it. */
function daysInLieu(days: readonly CalendarDay[], source: string): readonly CalendarDay[] {
  const taken = new Set(days.map((day) => day.date));
  return days.filter((day) => dayOfWeek(day.date) > 5).map((day) => {
    let date = day.date;
    while (dayOfWeek(date) > 5 || taken.has(date)) date = addDays(date, 1);
    taken.add(date);
    const { name, nameEn } = inLieuOf(day);
    return holiday(date, name, nameEn, source);
  });
}

const daysOfTet = 5;

function tetDays({ tet, isExpected }: AnnouncedYear): readonly CalendarDay[] {
  const first = { name: `Tết Nguyên đán${isExpected ? ' (dự kiến)' : ''}`, nameEn: `Lunar New Year${isExpected ? ' (expected)' : ''}` };
  const days: CalendarDay[] = [];
  for (let date = tet.from; date <= tet.to; date = addDays(date, 1)) {
    const { name, nameEn } = days.length < daysOfTet ? first : inLieuOf(first);
    days.push(holiday(date, name, nameEn, tet.source));
  }
  return days;
}

function swapDays({ off, worked, name, nameEn, source }: AnnouncedSwap): readonly CalendarDay[] {
  return [
    { date: off, kind: 'day-off-swap', name: `Nghỉ hoán đổi dịp ${name}`, nameEn: `Day off swapped for ${nameEn}`, source },
    { date: worked, kind: 'working-swap', name: `Làm bù dịp ${name}`, nameEn: `Working day swapped for ${nameEn}`, source },
  ];
}

function daysOf(announced: AnnouncedYear): readonly CalendarDay[] {
  const statutory = statutoryDays(announced);
  return [...statutory, ...daysInLieu(statutory, groundOf(announced.year).inLieu), ...tetDays(announced), ...announced.swaps.flatMap(swapDays)];
}

/** Every day of 2019 to 2027 that differs from the week's rule, in order, one entry a date; 2027 is partly expected. */
export const seededCalendarDays: readonly CalendarDay[] = announcedYears.flatMap(daysOf).sort((a, b) => (a.date < b.date ? -1 : 1));

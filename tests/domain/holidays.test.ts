import { describe, expect, it } from 'vitest';
import { announcedYears } from '../../domain/holiday-announcements.ts';
import { seededCalendarDays } from '../../domain/holidays.ts';
import { periodsOf } from '../../domain/period.ts';
import { addDays, dayOfWeek, daysBetween, isPlainDate } from '../../domain/plain-date.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';

const calendar = workingCalendar(seededCalendarDays);
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];

function datesOf(year: number, isWanted: (date: string) => boolean): string[] {
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) if (isWanted(date)) dates.push(date.slice(5));
  return dates;
}

/** As the year's announcements printed them: weekdays off, and weekend days worked. Written by hand, not computed. */
const printed: Readonly<Record<number, readonly [string, string]>> = {
  2019: ['01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02', '01-05 05-04'],
  2020: ['01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02', ''],
  2021: ['01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
  2022: ['01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
  2023: ['01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
  2024: ['01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
  2025: ['01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
  2026: ['01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02', '01-10 08-22'],
  2027: ['01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03', ''],
};

describe.each(years)('%d', (year) => {
  it('has the days off and the weekend days worked that were announced', () => {
    const [off, worked] = printed[year] ?? ['', ''];
    expect(datesOf(year, (date) => dayOfWeek(date) <= 5 && !calendar.isWorkingDay(date)).join(' ')).toBe(off);
    expect(datesOf(year, (date) => dayOfWeek(date) > 5 && calendar.isWorkingDay(date)).join(' ')).toBe(worked);
  });

  it('gives back on weekdays every holiday of the Labour Code: ten, since 2021 eleven', () => {
    const weekdays = seededCalendarDays.filter((day) => day.kind === 'holiday' && day.date.startsWith(`${year}-`) && dayOfWeek(day.date) <= 5);
    expect(weekdays).toHaveLength(year < 2021 ? 10 : 11);
  });

  it('has Tết around 1/1 and the Hùng Kings on 10/3 of the lunar calendar', () => {
    const announced = announcedYears.find((each) => each.year === year);
    const tet = solarDate(1, 1, year);
    expect(announced?.hungKings).toBe(solarDate(10, 3, year));
    expect(announced && daysBetween(announced.tet.from, tet)).toBeGreaterThanOrEqual(1);
    expect(announced && daysBetween(announced.tet.from, tet)).toBeLessThanOrEqual(2);
  });
});

it('Tết is five days, and one more for each of them on a weekend', () => {
  for (const { tet } of announcedYears) {
    const atWeekend = [0, 1, 2, 3, 4].filter((days) => dayOfWeek(addDays(tet.from, days)) > 5).length;
    expect([tet.from, daysBetween(tet.from, tet.to) + 1]).toEqual([tet.from, 5 + atWeekend]);
  }
});

describe('every seeded day', () => {
  it('is a date, once, in order, with a name in both languages and a source', () => {
    const dates = seededCalendarDays.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const day of seededCalendarDays) {
      expect(isPlainDate(day.date)).toBe(true);
      for (const text of [day.name, day.nameEn, day.source]) expect(text.trim()).not.toBe('');
      expect(day.name).toBe(day.name.normalize('NFC'));
    }
  });

  it('changes the week when it is a swap, one day worked for one day off', () => {
    const swaps = seededCalendarDays.filter((day) => day.kind !== 'holiday');
    for (const day of swaps) expect(dayOfWeek(day.date) > 5).toBe(day.kind === 'working-swap');
    expect(swaps.filter((day) => day.kind === 'working-swap')).toHaveLength(swaps.length / 2);
  });

  it('the Monday before New Year 2019 belongs to the plan year 2019', () => {
    expect(calendar.find('2018-12-31')?.kind).toBe('day-off-swap');
    expect(calendar.addWorkingDays('2018-12-28', 1)).toBe('2019-01-02');
  });

  it('2027 says what is expected and not announced', () => {
    expect(calendar.find('2027-02-06')?.name).toBe('Tết Nguyên đán (dự kiến)');
    expect(calendar.find('2027-09-03')?.nameEn).toBe('National Day (expected)');
    expect(calendar.find('2027-09-02')?.name).toBe('Quốc khánh');
  });
});

it('Tết began on these days', () => {
  const firstDays = ['2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'];
  expect(years.map((year) => solarDate(1, 1, year))).toEqual(firstDays);
  for (const date of firstDays) expect(calendar.find(date)?.nameEn).toMatch(/^Lunar New Year/);
});

it('moves reports that are due at a weekend', () => {
  expect(years.map((year) => periodsOf(year, calendar).map((period) => period.due.slice(5)).join(' '))).toEqual([
    '03-20 06-20 09-20 12-20', '03-20 06-22 09-21 12-21', '03-22 06-21 09-20 12-20', '03-21 06-20 09-20 12-20', '03-20 06-20 09-20 12-20',
    '03-20 06-20 09-20 12-20', '03-20 06-20 09-22 12-22', '03-20 06-22 09-21 12-21', '03-22 06-21 09-20 12-20',
  ]);
});

it('a date due at Tết or at the end of April waits for the next working day', () => {
  expect(calendar.dueOn('2022-01-29')).toBe('2022-02-07');
  expect(calendar.dueOn('2023-04-29')).toBe('2023-05-04');
  expect(calendar.dueOn('2024-04-27')).toBe('2024-05-02');
  expect(calendar.dueOn('2026-08-29')).toBe('2026-09-03');
});

/*
 * An independent check of lunar dates: the Vietnamese lunar calendar after Hồ Ngọc Đức (new moons and solar longitudes by
 * Meeus' short series, at UTC+7). Months without a major solar term before them are leap; months 1 to 3 only.
 */
const epochJulianDay = 2_440_587.5;
const toRadians = Math.PI / 180;

function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t * t + 0.00033 * Math.sin((166.56 + 132.87 * t) * toRadians);
  const sun = (359.2242 + 29.10535608 * k) * toRadians;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t * t) * toRadians;
  const latitude = (21.2964 + 390.67050646 * k) * toRadians;
  const correction = (0.1734 - 0.000393 * t) * Math.sin(sun) + 0.0021 * Math.sin(2 * sun) - 0.4068 * Math.sin(moon) + 0.0161 * Math.sin(2 * moon)
    + 0.0104 * Math.sin(2 * latitude) - 0.0051 * Math.sin(sun + moon) - 0.0074 * Math.sin(sun - moon) - 0.0010 * Math.sin(2 * latitude - moon);
  const deltaT = -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - deltaT - epochJulianDay + 7 / 24);
}

/** Twelfth of the zodiac in which the sun stands at the start of the day at UTC+7. */
function solarTwelfth(dayNumber: number): number {
  const t = (dayNumber - 7 / 24 + epochJulianDay - 2_451_545) / 36_525;
  const anomaly = (357.5291 + 35_999.0503 * t) * toRadians;
  const longitude = 280.46645 + 36_000.76983 * t + (1.9146 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function solarDate(day: number, month: number, year: number): string {
  const lastOfYear = daysBetween('1970-01-01', `${year - 1}-12-31`);
  let eleventh = Math.floor((lastOfYear + epochJulianDay - 2_415_021) / 29.530588853);
  if (newMoonDay(eleventh + 1) <= lastOfYear) eleventh += 1;
  if (solarTwelfth(newMoonDay(eleventh)) >= 9) eleventh -= 1;
  const isLeapBefore = (count: number): boolean => Array.from({ length: count }, (_, i) => eleventh + 1 + i).some((k) => solarTwelfth(newMoonDay(k)) === solarTwelfth(newMoonDay(k + 1)));
  const steps = month + 1;
  return addDays('1970-01-01', newMoonDay(eleventh + steps + (isLeapBefore(steps) ? 1 : 0)) + day - 1);
}

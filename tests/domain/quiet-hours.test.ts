import { describe, expect, it } from 'vitest';
import { defaultQuietHours } from '../../domain/cycle.ts';
import { seededCalendarDays } from '../../domain/holidays.ts';
import { atTime } from '../../domain/plain-date.ts';
import { permittedFrom, remindersFrom } from '../../domain/quiet-hours.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { spoken } from './view/situation.ts';

const calendar = workingCalendar(seededCalendarDays);
const mailAt = (when: string, days = calendar): string | null => {
  const [date = '', time = ''] = when.split(' ');
  return spoken(permittedFrom(defaultQuietHours, days, atTime(date, time)));
};

describe('a mail that is owed', () => {
  it.each([
    ['2022-03-16 06:59', '2022-03-16 07:00'], ['2022-03-16 07:00', '2022-03-16 07:00'], ['2022-03-16 08:00', '2022-03-16 08:00'], ['2022-03-16 19:59', '2022-03-16 19:59'],
    ['2022-03-16 20:00', '2022-03-17 07:00'], ['2022-03-16 23:59', '2022-03-17 07:00'], ['2022-03-17 00:00', '2022-03-17 07:00'],
  ])('on a working day, at %s, goes at %s', (owed, goes) => {
    expect(mailAt(owed)).toBe(goes);
  });

  it('waits from Friday evening, and over the weekend, until Monday morning', () => {
    expect([mailAt('2022-03-18 20:00'), mailAt('2022-03-19 10:00'), mailAt('2022-03-20 23:00')]).toEqual(['2022-03-21 07:00', '2022-03-21 07:00', '2022-03-21 07:00']);
  });

  it('waits over the whole of Tết', () => {
    expect(mailAt('2022-01-28 21:00')).toBe('2022-02-07 07:00');
    expect(mailAt('2022-02-02 09:00')).toBe('2022-02-07 07:00');
    expect(mailAt('2022-01-28 19:59')).toBe('2022-01-28 19:59');
  });

  it('goes on a Saturday that is worked in exchange, and not on the day off that it was exchanged for', () => {
    const swapped = workingCalendar([
      { date: '2022-03-19', kind: 'working-swap', name: 'làm bù', nameEn: 'worked', source: 's' }, { date: '2022-03-21', kind: 'day-off-swap', name: 'nghỉ hoán đổi', nameEn: 'off', source: 's' },
    ]);
    expect(mailAt('2022-03-18 20:30', swapped)).toBe('2022-03-19 07:00');
    expect(mailAt('2022-03-19 10:00', swapped)).toBe('2022-03-19 10:00');
    expect(mailAt('2022-03-21 10:00', swapped)).toBe('2022-03-22 07:00');
  });
});

describe('a reminder that is owed', () => {
  const goes = (when: string, hours = defaultQuietHours): string | null => {
    const [date = '', time = ''] = when.split(' ');
    return spoken(remindersFrom(hours, calendar, atTime(date, time)));
  };

  it.each([
    ['2022-03-16 06:59', '2022-03-16 08:00'], ['2022-03-16 07:59', '2022-03-16 08:00'], ['2022-03-16 08:00', '2022-03-16 08:00'], ['2022-03-16 19:59', '2022-03-16 19:59'],
    ['2022-03-16 20:00', '2022-03-17 08:00'], ['2022-03-18 21:00', '2022-03-21 08:00'],
  ])('at %s goes at %s: with the rungs of the morning', (owed, at) => {
    expect(goes(owed)).toBe(at);
  });

  it('waits longer where mails rest longer, and no longer than where they end before the office opens', () => {
    expect(goes('2022-03-16 08:30', { ...defaultQuietHours, until: '09:00' })).toBe('2022-03-16 09:00');
    expect(goes('2022-03-16 06:30', { ...defaultQuietHours, from: '07:30', until: '06:00' })).toBe('2022-03-16 06:30');
  });
});

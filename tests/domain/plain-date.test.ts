import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, addMonths, atTime, dateOf, dateParts, dayOfWeek, daysBetween, endOfDay, formatDate, isPlainDate, parsePlainDate, plainDate, startOfDay, timeOf,
} from '../../domain/plain-date.ts';

const seed = 20_220_315;
const someDate = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays('1970-01-01', days));

describe('reading a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2022-12-31', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each(['2023-02-29', '1900-02-29', '2022-04-31', '2022-13-01', '2022-00-10', '2022-01-00', '0000-01-01', '2022-1-1', '20220101', '2022-01-01T00:00', ' 2022-01-01', ''])(
    'refuses %j', (text) => {
      expect(parsePlainDate(text)).toBeUndefined();
      expect(() => dateParts(text)).toThrow(RangeError);
    },
  );

  it('refuses what is not text', () => {
    expect(isPlainDate(20220101)).toBe(false);
    expect(isPlainDate(undefined)).toBe(false);
  });

  it('refuses parts that make no day, and what lies beyond year 9999', () => {
    expect(() => plainDate(2023, 2, 29)).toThrow(RangeError);
    expect(() => plainDate(2023, 1.5, 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2022-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('2022-01-01', Number.NaN)).toThrow(RangeError);
  });
});

describe('adding days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'], ['2024-02-29', 1, '2024-03-01'], ['2023-02-28', 1, '2023-03-01'], ['2024-03-01', -1, '2024-02-29'],
    ['2021-12-31', 1, '2022-01-01'], ['2022-01-01', -1, '2021-12-31'], ['2024-02-29', 365, '2025-02-28'], ['2000-02-29', 146_097, '2400-02-29'],
  ])('%s plus %d is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('agrees with the platform calendar on every day from 1890 to 2110', () => {
    for (let date = '1890-01-01', ms = Date.UTC(1890, 0, 1); date < '2110-01-01'; date = addDays(date, 1), ms += 86_400_000) {
      if (date !== new Date(ms).toISOString().slice(0, 10)) throw new Error(`${date} is not ${new Date(ms).toISOString()}`);
      if (dayOfWeek(date) % 7 !== new Date(ms).getUTCDay()) throw new Error(`${date} is not weekday ${new Date(ms).getUTCDay()}`);
    }
  });

  it('daysBetween undoes addDays', () => {
    fc.assert(fc.property(someDate, fc.integer({ min: -10_000, max: 10_000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }), { seed });
  });

  it('keeps text order the order of time', () => {
    fc.assert(fc.property(someDate, someDate, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
    }), { seed });
  });
});

describe('adding months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2022-12-15', 1, '2023-01-15'], ['2022-01-15', -1, '2021-12-15'],
    ['2024-02-29', 12, '2025-02-28'], ['2022-03-31', -13, '2021-02-28'], ['2022-05-31', 0, '2022-05-31'],
  ])('%s plus %d is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('instants in Asia/Ho_Chi_Minh', () => {
  it('starts the day at 17:00 UTC of the day before, and ends it on its last millisecond', () => {
    expect(startOfDay('2022-03-20')).toBe(Date.parse('2022-03-19T17:00:00Z'));
    expect(endOfDay('2022-03-20')).toBe(Date.parse('2022-03-20T16:59:59.999Z'));
    expect(atTime('2022-03-20', '17:00')).toBe(Date.parse('2022-03-20T17:00:00+07:00'));
  });

  it('dates a late evening in UTC as the next day', () => {
    expect(dateOf(Date.parse('2021-12-31T16:59:59.999Z'))).toBe('2021-12-31');
    expect(dateOf(Date.parse('2021-12-31T17:00:00Z'))).toBe('2022-01-01');
    expect(timeOf(Date.parse('2021-12-31T17:00:00Z'))).toBe('00:00');
  });

  it('every instant of a day belongs to it and to no other', () => {
    fc.assert(fc.property(someDate, (date) => {
      expect(dateOf(startOfDay(date))).toBe(date);
      expect(dateOf(endOfDay(date))).toBe(date);
      expect(dateOf(startOfDay(date) - 1)).toBe(addDays(date, -1));
      expect(startOfDay(addDays(date, 1)) - endOfDay(date)).toBe(1);
    }), { seed });
  });

  it.each(['24:00', '7:00', '17:60', '17', '17:00:00', ''])('refuses the time %j', (time) => {
    expect(() => atTime('2022-01-01', time)).toThrow(RangeError);
  });

  it('reads back the time it was given', () => {
    for (const time of ['00:00', '07:30', '17:00', '23:59']) expect(timeOf(atTime('2022-06-20', time))).toBe(time);
  });
});

it('writes dates as each language does', () => {
  expect(formatDate('2022-03-20', 'vi')).toBe('20/03/2022');
  expect(formatDate('2022-03-05', 'en')).toBe('5 March 2022');
});

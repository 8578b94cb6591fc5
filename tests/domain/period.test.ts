import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek } from '../../domain/plain-date.ts';
import { cumulativeWindow, nextPeriod, parsePeriodId, periodContaining, periodOf, periodsOf, planYearOf, previousPeriod } from '../../domain/period.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';

describe('the periods of 2022', () => {
  it('follow the days on which figures are closed', () => {
    expect(periodsOf(2022).map(({ id, from, to, due }) => [id, from, to, due])).toEqual([
      ['2022-Q1', '2021-12-15', '2022-03-14', '2022-03-20'],
      ['2022-Q2', '2022-03-15', '2022-06-14', '2022-06-20'],
      ['2022-Q3', '2022-06-15', '2022-09-14', '2022-09-20'],
      ['2022-Q4', '2022-09-15', '2022-12-14', '2022-12-20'],
    ]);
  });

  it('report half a year, nine months and the year beside their quarter', () => {
    expect(periodsOf(2022).map((period) => period.windows)).toEqual([
      [{ kind: 'quarter', from: '2021-12-15', to: '2022-03-14' }],
      [{ kind: 'quarter', from: '2022-03-15', to: '2022-06-14' }, { kind: 'first-half', from: '2021-12-15', to: '2022-06-14' }],
      [{ kind: 'quarter', from: '2022-06-15', to: '2022-09-14' }, { kind: 'nine-months', from: '2021-12-15', to: '2022-09-14' }],
      [{ kind: 'quarter', from: '2022-09-15', to: '2022-12-14' }, { kind: 'year', from: '2021-12-15', to: '2022-12-14' }],
    ]);
    expect(cumulativeWindow(2022, 'Q1')).toEqual({ kind: 'quarter', from: '2021-12-15', to: '2022-03-14' });
    expect(cumulativeWindow(2022, 'Q3')).toEqual({ kind: 'nine-months', from: '2021-12-15', to: '2022-09-14' });
  });
});

it('a report due on a day off is due on the working day after it', () => {
  expect(dayOfWeek('2022-03-20')).toBe(7);
  expect(periodOf(2022, 'Q1', workingCalendar([]))).toMatchObject({ due: '2022-03-21', nominalDue: '2022-03-20' });
  const holiday = workingCalendar([{ date: '2022-03-21', kind: 'holiday', name: 'Ngày thử', nameEn: 'Test day', source: 'test' }]);
  expect(periodOf(2022, 'Q1', holiday).due).toBe('2022-03-22');
  expect(periodsOf(2022, holiday).map((period) => period.due)).toEqual(['2022-03-22', '2022-06-20', '2022-09-20', '2022-12-20']);
});

describe('period ids', () => {
  it('are read back', () => {
    expect(parsePeriodId('2022-Q1')).toEqual({ year: 2022, quarter: 'Q1' });
    for (const text of ['2022-Q5', '2022-Q0', '2022Q1', '22-Q1', '2022-Q1 ', '0000-Q1', '']) expect(parsePeriodId(text)).toBeUndefined();
  });

  it('follow each other over the end of the year', () => {
    expect(previousPeriod('2022-Q1')).toBe('2021-Q4');
    expect(previousPeriod('2022-Q3')).toBe('2022-Q2');
    expect(nextPeriod('2022-Q4')).toBe('2023-Q1');
    expect(() => previousPeriod('2022-5')).toThrow(RangeError);
    for (const { id } of periodsOf(2024)) expect(nextPeriod(previousPeriod(id))).toBe(id);
  });
});

describe('a day and its period', () => {
  it.each([['2021-12-14', '2021-Q4'], ['2021-12-15', '2022-Q1'], ['2021-12-31', '2022-Q1'], ['2022-01-01', '2022-Q1'], ['2024-02-29', '2024-Q1'], ['2022-03-14', '2022-Q1'], ['2022-03-15', '2022-Q2'], ['2022-09-30', '2022-Q4']])(
    '%s counts towards %s', (date, id) => {
      expect(periodContaining(date).id).toBe(id);
      expect(planYearOf(date)).toBe(Number(id.slice(0, 4)));
    },
  );

  it('every day of ten years lies in exactly the period that claims it', () => {
    let id = '2018-Q4';
    for (let date = '2018-12-14'; date < '2028-12-31'; date = addDays(date, 1)) {
      const period = periodContaining(date);
      if (date < period.from || date > period.to) throw new Error(`${date} is outside ${period.id}`);
      if (period.id !== id && (period.id !== nextPeriod(id) || period.from !== date)) throw new Error(`${period.id} follows ${id} on ${date}`);
      id = period.id;
    }
    expect(id).toBe('2029-Q1');
  });
});

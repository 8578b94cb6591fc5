import { expect, it } from 'vitest';
import { dateReason, proposeCalendar } from '../../domain/launch-dates.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { plan } from '../support/api.ts';

const tet = { date: '2022-03-21', kind: 'holiday', name: 'Nghỉ bù', nameEn: 'Day in lieu', source: 'x' } as const;
const calendar = workingCalendar([tet]);

it('moves due dates from days off to the next working day, and leaves what reports cover and the closing alone', () => {
  const proposed = proposeCalendar(plan.calendar, calendar);
  expect(proposed.periods.map(({ due }) => due)).toEqual(['2022-03-22', '2022-06-20', '2022-09-20', '2022-12-20']);
  expect(proposed.periods.map(({ from, to }) => [from, to])).toEqual(plan.calendar.periods.map(({ from, to }) => [from, to]));
  expect(proposed.closing).toBe(plan.calendar.closing);
});

it.each([
  ['2022-06-20', '2022-06-20', { why: 'plan', dayOff: undefined }],
  ['2022-03-22', '2022-03-21', { why: 'moved', dayOff: tet }],
  ['2022-03-22', '2022-03-20', { why: 'moved', dayOff: undefined }],
  ['2022-03-23', '2022-03-20', { why: 'own', dayOff: undefined }],
  ['2022-03-21', '2022-03-20', { why: 'off', dayOff: tet }],
  ['2022-03-20', '2022-03-20', { why: 'off', dayOff: undefined }],
])('says why %s stands where the plan says %s', (date, nominal, expected) => {
  expect(dateReason(date, nominal, calendar)).toMatchObject({ nominal, ...expected });
});

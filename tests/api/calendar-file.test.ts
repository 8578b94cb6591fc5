import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, parts, problem, unit, type Person, type TestApi } from '../support/api.ts';

let api: TestApi;
let administrator: Person;
let agency: Person;
beforeAll(async () => {
  api = await openTestApi();
  [administrator, agency] = await Promise.all([api.as('administrator', parts.secretariat), api.as('agency', unit)]);
});
afterAll(() => api.close());

const days = async (year: number) => (await api.record.read.calendarDays.list()).filter(({ date }) => date.startsWith(`${year}-`));

describe('the working calendar as a file', () => {
  it('goes out to everybody, and comes back the same', async () => {
    const { text, headers } = await agency.get('/calendar.ics?year=2024');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect((await administrator.post('/calendar/files/preview', { text })).body).toEqual({ days: (await days(2024)).map((day) => ({ ...day, isSame: true })), moved: [] });
  });

  it('is written once for a key, after a look that writes nothing', async () => {
    const before = await days(2024);
    const text = '2024-12-30;day-off-swap;Nghỉ hoán đổi;Swapped;Công văn 9';
    expect((await administrator.post('/calendar/files/preview', { text })).body.days).toMatchObject([{ date: '2024-12-30', isSame: false }]);
    expect(await days(2024)).toEqual(before);
    expect((await administrator.post('/calendar/files', { text })).body.moved).toEqual([]);
    expect(await days(2024)).toEqual([...before, { date: '2024-12-30', kind: 'day-off-swap', name: 'Nghỉ hoán đổi', nameEn: 'Swapped', source: 'Công văn 9' }]);
  });

  it('is refused as a whole for one line that is wrong, which is named', async () => {
    const before = await days(2024);
    const { text } = await agency.get('/calendar.ics?year=2024');
    const { errors } = problem(await administrator.post('/calendar/files', { text: text.replace('DATE:20240101', 'DATE:20240132').replaceAll('SUMMARY:', 'SUMMARY:Mới ') }), 'invalid-input');
    expect(errors).toEqual([expect.objectContaining({ pointer: '/text', code: 'line-date', value: 11 })]);
    expect(await days(2024)).toEqual(before);
  });

  it('is written by administrators only', async () => {
    problem(await agency.post('/calendar/files', { text: '2024-12-30;holiday;A;A;B' }), 'forbidden');
    problem(await agency.post('/calendar/files/preview', { text: '2024-12-30;holiday;A;A;B' }), 'forbidden');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { openTestApi, parts, unit, type Person, type TestApi, type Year } from '../support/api.ts';

let api: TestApi;
let year: Year;
let secretary: Person;
beforeAll(async () => {
  api = await openTestApi();
  year = await api.aYear();
  secretary = await api.as('secretariat', parts.secretariat);
  await api.record.write((tx) => tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: 'Đầu mối', email: 'dau-moi@tinh.example' }]));
});
afterAll(() => api.close());

const moves = async () => (await api.record.read.deliveries.list({ unit }, {})).items.filter(({ kind }) => kind === 'extension').toReversed();
const shown = async () => (await api.record.read.notices.list('x', [`agency/${unit}`], {})).items.filter(({ kind }) => kind === 'extension').map(({ detail, due }) => [detail, due]).toReversed();

describe('a due date that moves', () => {
  it('by an extension is told to the unit once, with both dates and without the reason', async () => {
    const before = (await api.record.read.duties.find(planDutyId(year.cycle, unit)))?.due ?? '';
    const asked = { due: '2021-11-12', reason: 'Chờ số liệu mật của ngành' };
    const headers = { 'idempotency-key': 'mot-lan' };
    expect((await secretary.post(`/cycles/${year.cycle}/plans/${unit}/extension`, asked, headers)).status).toBe(200);
    await secretary.post(`/cycles/${year.cycle}/plans/${unit}/extension`, asked, headers);
    expect(await shown()).toEqual([[`extend/${before}`, '2021-11-12']]);
    const told = await moves();
    expect(told).toMatchObject([{ subject: planDutyId(year.cycle, unit), address: 'dau-moi@tinh.example', state: 'waiting', due: '2021-11-12', detail: `extend/${before}` }]);
    expect(JSON.stringify(told)).not.toContain('mật');
  });

  it('by the calendar is told too, as the calendar\'s doing', async () => {
    const admin = await api.as('administrator', parts.secretariat);
    const day = { kind: 'holiday', name: 'Nghỉ bù', nameEn: 'Off', source: 'Công văn 1/2021' };
    const done = await admin.put('/calendar/days/2021-11-12', day, 0);
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
    expect((await shown()).at(-1)).toEqual(['calendar/2021-11-12', '2021-11-15']);
    expect((await moves()).map(({ due }) => due)).toEqual(['2021-11-12', '2021-11-15']);
  });

  it('by a day off that was a mistake moves back when the day is worked after all, and a date that a person gave stays', async () => {
    const admin = await api.as('administrator', parts.secretariat);
    const other = 'so-tp';
    const dueOf = async (code: string): Promise<string | undefined> => (await api.record.read.duties.find(planDutyId(year.cycle, code)))?.due;
    const stated = await dueOf(other);
    const day = { kind: 'holiday', name: 'Nhầm', nameEn: 'Mistake', source: 'Công văn 2/2021' };
    await admin.put(`/calendar/days/${stated}`, day, 0);
    const later = await dueOf(other);
    expect(later).not.toBe(stated);
    const { body: { moved } } = await admin.get(`/calendar/days/${stated}/preview?kind=none`);
    expect(moved).toContainEqual({ duty: planDutyId(year.cycle, other), was: later, due: stated });
    expect(moved).not.toContainEqual(expect.objectContaining({ duty: planDutyId(year.cycle, unit) }));
    expect((await admin.send('delete', `/calendar/days/${stated}`)).body.moved).toContainEqual({ duty: planDutyId(year.cycle, other), was: later, due: stated });
    expect([await dueOf(other), await dueOf(unit)]).toEqual([stated, '2021-11-15']);
  });
});

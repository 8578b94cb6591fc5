import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegisters } from '../../api/use-cases/registers.ts';
import { setCalendarDay } from '../../api/use-cases/calendar.ts';
import type { Caller } from '../../api/use-cases/caller.ts';
import type { Desk } from '../../api/use-cases/desk.ts';
import type { PlainDate } from '../../domain/date.ts';
import { cycleWorkflowId, quarterWorkflowId, reportDutyId } from '../../domain/ids.ts';
import { atTime, dateOf } from '../../domain/plain-date.ts';
import type { Standing } from '../../workflows/messages/standing.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { person } from './people.ts';
import { aCycle, openProvince, type Province } from './province.ts';

/** A calendar day in an hour: what moves here moves because of the calendar, not because time passes. Q1 is due on Monday 2022-03-21, closed after five working days. */
let province: Province;
const report = (): string => reportDutyId(province.cycle.id, 'Q1', 'so-a');
const standing = (id: string): Promise<Standing | undefined> => province.client.workflow.getHandle(id).query<Standing>('standing').catch(() => undefined);
/** The day on which a workflow acts next. */
const waitsFor = async (id: string): Promise<PlainDate | undefined> => {
  const next = (await standing(id))?.next;
  return next ? dateOf(next.at) : undefined;
};

beforeAll(async () => {
  province = await openProvince({ clock: () => clockFrom('2022-03-15', 3_600_000, '2022-05-10'), units: ['so-a'], cycle: (clock) => aCycle(clock, { state: 'reporting', version: 4, publishedAt: atTime('2021-10-01', '09:00') }) });
  await until('the report waits', async () => waitsFor(report()));
});
afterAll(() => province.close());

const off = (date: PlainDate) => {
  const { record } = province;
  const desk = { record, registers: createRegisters(record, Date.now), now: Date.now } as unknown as Desk;
  return setCalendarDay(desk, { actor: person('so-tttt', 'administrator') } as unknown as Caller, { date, kind: 'holiday', name: 'Nghỉ bão', nameEn: 'Storm', source: 'Công điện 01' });
};

it('a day off between now and a due date that stays brings the next reminder forward', async () => {
  expect(await waitsFor(report())).toBe('2022-03-16');
  expect((await off('2022-03-18')).moved).toEqual([]);
  await until('it is to go out a day sooner', async () => (await waitsFor(report())) === '2022-03-15');
});

it('a day off on which a report falls due moves it, and the end of its round', async () => {
  const round = quarterWorkflowId(province.cycle.id, 'Q1');
  const before = await waitsFor(round);
  const { moved } = await off('2022-03-21');
  expect(moved).toEqual([{ duty: report(), was: '2022-03-21', due: '2022-03-22' }]);
  await until('the round waits for a later day', async () => {
    const after = await waitsFor(round);
    return after !== undefined && before !== undefined && after > before;
  });
});

it('a day off in the days of grace moves the end of the round alone, and everybody has been told', async () => {
  const round = quarterWorkflowId(province.cycle.id, 'Q1');
  const before = await waitsFor(round);
  expect((await off('2022-03-24')).moved).toEqual([]);
  await until('the round waits for a later day', async () => {
    const after = await waitsFor(round);
    return after !== undefined && before !== undefined && after > before;
  });
  await until('nobody is left to tell', async () => (await province.record.read.outbox.backlog(Date.now())).count === 0);
  expect((await standing(cycleWorkflowId(province.cycle.id)))?.isPaused).toBe(false);
});

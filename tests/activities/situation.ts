import { createActivities, type Activities } from '../../activities/all.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { Duty, Reminder } from '../../domain/duty.ts';
import { atTime } from '../../domain/plain-date.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { aPlanDuty } from '../domain/view/situation.ts';
import type { TestRecord } from '../support/record.ts';
import { aCycle, aRecord } from '../workflows/province.ts';

export interface Situation {
  readonly record: TestRecord;
  readonly cycle: Cycle;
  readonly activities: Activities;
  /** Reminders that were sent, as a channel sees them. */
  readonly sent: readonly Reminder[];
  /** Ids of workflows that were started. */
  readonly started: readonly string[];
  /** Sets the calendar to `2021-10-15 08:00`. */
  itIs(when: string): Instant;
}

/** Activities over a real record, with a calendar that is set by hand. */
export async function aSituation(units: readonly string[], more: Partial<Cycle> = {}): Promise<Situation> {
  let now = atTime('2021-10-01', '09:00');
  const cycle: Cycle = { ...aCycle({ kind: 'identity' }), rehearsal: false, state: 'drafting', publishedAt: now, ...more };
  const record = await aRecord(cycle, units);
  const [sent, started]: [Reminder[], string[]] = [[], []];
  const activities = createActivities({
    record, now: () => now, heartbeat: () => undefined,
    calendar: async () => workingCalendar(await record.read.calendarDays.list()),
    notify: { send: async (reminder) => void sent.push(reminder) },
    start: async (_, { id }) => {
      const isNew = !started.includes(id);
      if (isNew) started.push(id);
      return isNew;
    },
    rebuild: async () => ({ checked: 0, started: 0 }),
  });
  return {
    record, cycle, activities, sent, started,
    itIs(when) {
      const [date = '', time = ''] = when.split(' ');
      return (now = atTime(date, time));
    },
  };
}

/** Puts a plan of `unit` into the record as it stands. */
export async function putPlan({ record, cycle }: Situation, unit: string, more: Partial<Duty> = {}): Promise<string> {
  const id = `plan/${cycle.id}/${unit}`;
  await record.write((tx) => tx.duties.insertMissing([aPlanDuty({ id, cycle: cycle.id, unit, ...more })]));
  return id;
}

export async function putReport({ record, cycle }: Situation, unit: string, more: Partial<Duty> = {}): Promise<string> {
  const id = `report/${cycle.id}/Q1/${unit}`;
  await record.write((tx) => tx.duties.insertMissing([aPlanDuty({ id, cycle: cycle.id, unit, kind: 'report', quarter: 'Q1', state: 'open', due: '2022-03-21', unitDue: '2022-03-21', openedAt: atTime('2022-03-14', '08:00'), ...more })]));
  return id;
}

/** Everything that an activity may have written, to be compared before and after. */
export async function imageOf({ record, cycle }: Pick<Situation, 'record' | 'cycle'>): Promise<unknown> {
  const { read } = record;
  return {
    cycle: await read.cycles.find(cycle.id), duties: await read.duties.all({ cycle: cycle.id }), rounds: await read.quarterRounds.list(cycle.id), audit: await read.audit.lastId(),
    reminders: (await read.reminders.list({ cycle: cycle.id }, { limit: 500 })).total, outbox: (await read.outbox.backlog(0)).count,
    opinions: await Promise.all((await read.duties.all({ cycle: cycle.id })).map(({ id }) => read.opinions.listOf(id))),
  };
}

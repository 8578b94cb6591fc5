import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId, type Actor } from '../../domain/roles.ts';
import { isOpen, possibleActs } from '../../domain/stages.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { workingCalendar, type CalendarDay } from '../../domain/working-calendar.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { nowIn } from './place.ts';

export interface CalendarChanged {
  /** Absent when the entry was removed. */
  readonly day?: CalendarDay;
  /** Open duties whose due date fell on a day that is now off: each ends with the working day after. */
  readonly moved: readonly { readonly duty: string; readonly was: PlainDate; readonly due: PlainDate }[];
}

export function setCalendarDay(desk: Desk, caller: Caller, day: CalendarDay): Promise<CalendarChanged> {
  return change(desk, caller, { act: 'setCalendarDay', date: day.date, details: { ...day } }, async (tx) => {
    await tx.calendarDays.upsertMany([day]);
    return { day };
  });
}

export function removeCalendarDay(desk: Desk, caller: Caller, date: PlainDate): Promise<CalendarChanged> {
  return change(desk, caller, { act: 'removeCalendarDay', date, details: {} }, async (tx) => {
    if (!(await tx.calendarDays.remove(date))) throw new Refused('not-found', { figures: { subject: date } });
    return {};
  });
}

interface Change {
  readonly act: string;
  readonly date: PlainDate;
  readonly details: Readonly<Record<string, unknown>>;
}

async function change(desk: Desk, caller: Caller, { act, date, details }: Change, write: (tx: Repositories) => Promise<Pick<CalendarChanged, 'day'>>): Promise<CalendarChanged> {
  const cycles = await desk.record.read.cycles.listOpen();
  const answer = await commit(desk, caller, async (tx) => {
    const written = await write(tx);
    const calendar = workingCalendar(await tx.calendarDays.list());
    const moved: CalendarChanged['moved'][number][] = [];
    // The move follows from the calendar, not from a person's judgement: the system acts, and the row names who changed the calendar.
    const system: Actor = { kind: 'workflow', id: `calendar/${date}` };
    for (const cycle of cycles) {
      for (const duty of (await tx.duties.all({ cycle: cycle.id })).filter((each) => mustMove(each, date, calendar.dueOn(date)))) {
        const due = calendar.dueOn(duty.due);
        const isFirst = duty.unitDue === duty.due;
        await actOnDuty(tx, { duty: duty.id, act: 'extend', actor: system, at: nowIn(desk, cycle), changes: { due, ...(isFirst ? { unitDue: due } : {}) }, details: { was: duty.due, due, because: act, by: actorId(caller.actor) } });
        moved.push({ duty: duty.id, was: duty.due, due });
      }
    }
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: null, subject: `calendar/${date}`, outcome: 'done', details: { ...details, moved: moved.length } }]);
    return { ...written, moved };
  });
  desk.registers.forget();
  return answer;
}

function mustMove(duty: Duty, date: PlainDate, dueOn: PlainDate): boolean {
  return duty.due === date && dueOn !== date && isOpen(duty.kind, duty.state) && possibleActs(duty.kind, duty.state).includes('extend');
}

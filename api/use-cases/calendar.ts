import type { Cycle } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { statedDue } from '../../domain/opening.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId, type Actor } from '../../domain/roles.ts';
import { isOpen, possibleActs } from '../../domain/stages.ts';
import { mattersOfMove } from '../../domain/telling.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { calendarNews } from '../../domain/waking.ts';
import { workingCalendar, type CalendarDay, type WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { nowIn } from './place.ts';

export interface CalendarChanged {
  /** Absent when the entry was removed. */
  readonly day?: CalendarDay;
  /** Open duties whose due date moved: off a day that nobody works, or back from one to which a day had moved it that is worked after all. */
  readonly moved: readonly { readonly duty: string; readonly was: PlainDate; readonly due: PlainDate }[];
}

export function setCalendarDay(desk: Desk, caller: Caller, day: CalendarDay): Promise<CalendarChanged> {
  return change(desk, caller, { act: 'setCalendarDay', dates: [day.date], details: { ...day } }, async (tx) => {
    await tx.calendarDays.upsertMany([day]);
    return { day };
  });
}

/** Many days of one announcement, in one transaction. */
export function setCalendarDays(desk: Desk, caller: Caller, days: readonly CalendarDay[]): Promise<CalendarChanged> {
  const twice = days.flatMap(({ date }, index) => (days.findIndex((each) => each.date === date) === index ? [] : [{ pointer: `/days/${index}/date`, code: 'twice', value: date }]));
  if (days.length === 0 || twice.length > 0) throw new Refused('invalid-input', { errors: days.length === 0 ? [{ pointer: '/days', code: 'empty', accepted: '≥ 1' }] : twice });
  return change(desk, caller, { act: 'setCalendarDays', dates: days.map(({ date }) => date), details: { days: days.map(({ date, kind, source }) => ({ date, kind, source })) } }, async (tx) => {
    await tx.calendarDays.upsertMany(days);
    return {};
  });
}

export function removeCalendarDay(desk: Desk, caller: Caller, date: PlainDate): Promise<CalendarChanged> {
  return change(desk, caller, { act: 'removeCalendarDay', dates: [date], details: {} }, async (tx) => {
    if (!(await tx.calendarDays.remove(date))) throw new Refused('not-found', { figures: { subject: date } });
    return {};
  });
}

/** A due date that a calendar would move. */
export interface Move {
  readonly cycle: Cycle;
  readonly duty: Duty;
  readonly due: PlainDate;
}

/** What would move if these days stood so, or were taken away; writes nothing. */
export async function previewCalendar(desk: Desk, { days = [], removed = [] }: { readonly days?: readonly CalendarDay[]; readonly removed?: readonly PlainDate[] }): Promise<readonly Move[]> {
  const { read } = desk.record;
  const dates = new Set([...days.map(({ date }) => date), ...removed]);
  const before = await read.calendarDays.list();
  const after = [...before.filter(({ date }) => !dates.has(date)), ...days];
  return movesOf(desk, read, await read.cycles.listOpen(), { before: workingCalendar(before), after: workingCalendar(after) });
}

interface Change {
  readonly act: string;
  readonly dates: readonly PlainDate[];
  readonly details: Readonly<Record<string, unknown>>;
}

async function change(desk: Desk, caller: Caller, { act, dates, details }: Change, write: (tx: Repositories) => Promise<Pick<CalendarChanged, 'day'>>): Promise<CalendarChanged> {
  const cycles = await desk.record.read.cycles.listOpen();
  const answer = await commit(desk, caller, async (tx) => {
    const before = workingCalendar(await tx.calendarDays.list());
    const written = await write(tx);
    const after = workingCalendar(await tx.calendarDays.list());
    const moves = await movesOf(desk, tx, cycles, { before, after });
    for (const { cycle, duty, due } of moves) {
      const isFirst = duty.unitDue === duty.due;
      // The move follows from the calendar, not from a person's judgement: the system acts, and the row names who changed the calendar.
      const system: Actor = { kind: 'workflow', id: `calendar/${duty.due}` };
      const at = nowIn(desk, cycle);
      const { duty: moved } = await actOnDuty(tx, { duty: duty.id, act: 'extend', actor: system, at, changes: { due, ...(isFirst ? { unitDue: due } : {}) }, details: { was: duty.due, due, because: act, by: actorId(caller.actor) } });
      await tx.notices.tell(await mattersOfMove(tx, { duty: moved, cycle, cause: 'calendar', before: duty.due, at }));
    }
    // reminders and closings count working days to dates that stay where they are
    if (dates.some((date) => before.isWorkingDay(date) !== after.isWorkingDay(date))) for (const cycle of cycles) await tx.outbox.append(await calendarNews(tx, cycle), desk.now());
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: null, subject: `calendar/${dates.length === 1 ? dates[0] : `${dates.length} days`}`, outcome: 'done', details: { ...details, moved: moves.length } }]);
    return { ...written, moved: moves.map(({ duty, due }) => ({ duty: duty.id, was: duty.due, due })) };
  });
  desk.registers.forget();
  return answer;
}

interface Calendars {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

async function movesOf(desk: Desk, { duties }: Pick<Repositories, 'duties'>, cycles: readonly Cycle[], calendars: Calendars): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const cycle of cycles) {
    const today = dateOf(nowIn(desk, cycle));
    for (const duty of await duties.all({ cycle: cycle.id })) {
      if (!isOpen(duty.kind, duty.state) || !possibleActs(duty.kind, duty.state).includes('extend')) continue;
      const due = dueAfter(cycle, duty, calendars, today);
      if (due !== duty.due) moves.push({ cycle, duty, due });
    }
  }
  return moves;
}

/**
 * A date on a day that is off now ends with the working day after it. One that stands where the days off had put the cycle's own date is put there anew, which may
 * be earlier: but only while that is still ahead, so that nobody is late by it.
 */
function dueAfter(cycle: Cycle, duty: Duty, { before, after }: Calendars, today: PlainDate): PlainDate {
  const stated = duty.unitDue === duty.due ? statedDue(cycle, duty) : undefined;
  if (stated !== undefined && before.dueOn(stated) === duty.due && after.dueOn(stated) > today) return after.dueOn(stated);
  return before.isWorkingDay(duty.due) && !after.isWorkingDay(duty.due) ? after.dueOn(duty.due) : duty.due;
}

import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Translate } from './translate.ts';

/** A due date as pages show it: with the working days that are left, or have passed. */
export interface DueView {
  readonly date: PlainDate;
  readonly left: string;
  readonly isOver: boolean;
}

export function dueView(date: PlainDate, today: PlainDate, calendar: Pick<WorkingCalendar, 'workingDaysBetween'>, t: Translate): DueView {
  if (date === today) return { date, left: t('due.today'), isOver: false };
  const isOver = date < today;
  const count = Math.abs(calendar.workingDaysBetween(today, date));
  return { date, isOver, left: t(isOver ? 'due.over' : 'due.left', { count }) };
}

/** The due date of a duty: what has been submitted waits for its review and is no longer late. */
export const dutyDueView = ({ state, due }: Pick<Duty, 'state' | 'due'>, today: PlainDate, calendar: Pick<WorkingCalendar, 'workingDaysBetween'>, t: Translate): DueView => (state === 'submitted' ? { date: due, left: '', isOver: false } : dueView(due, today, calendar, t));

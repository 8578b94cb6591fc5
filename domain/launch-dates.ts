import type { PlainDate } from './date.ts';
import type { PlanCalendar } from './plan.ts';
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

/** Why a date of a launch is what it is: the plan's own, the working day after the plan's, or somebody's; `off`: it is a day off. */
export interface DateReason {
  readonly why: 'plan' | 'moved' | 'own' | 'off';
  /** The plan's date. */
  readonly nominal: PlainDate;
  /** What makes the plan's date (or, for `off`, the date itself) a day off, where it is more than a weekend. */
  readonly dayOff: CalendarDay | undefined;
}

/** The plan's calendar with every due date on a working day. The stretches that reports cover, and the day of closing, which nobody has to work on, stay as they are. */
export function proposeCalendar(dates: PlanCalendar, calendar: Pick<WorkingCalendar, 'dueOn'>): PlanCalendar {
  const { guidance, draftsDue, appraisalDue, approvalDue, periods } = dates;
  return {
    ...dates, guidance: calendar.dueOn(guidance), draftsDue: calendar.dueOn(draftsDue), appraisalDue: calendar.dueOn(appraisalDue), approvalDue: calendar.dueOn(approvalDue),
    periods: periods.map((period) => ({ ...period, due: calendar.dueOn(period.due) })),
  };
}

export function dateReason(date: PlainDate, nominal: PlainDate, calendar: Pick<WorkingCalendar, 'dueOn' | 'isWorkingDay' | 'find'>): DateReason {
  if (!calendar.isWorkingDay(date)) return { why: 'off', nominal, dayOff: calendar.find(date) };
  if (date === nominal) return { why: 'plan', nominal, dayOff: undefined };
  return date === calendar.dueOn(nominal) ? { why: 'moved', nominal, dayOff: calendar.find(nominal) } : { why: 'own', nominal, dayOff: undefined };
}

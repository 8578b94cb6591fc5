import type { QuietHours } from './cycle.ts';
import type { Instant } from './date.ts';
import { addDays, atTime, dateOf } from './plain-date.ts';
import { opening } from './view/office-hours.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When mails may go out from `now` on: at once on a working day between the quiet hours, else on the morning on which the quiet hours of the next one end. */
export function permittedFrom({ from, until }: Pick<QuietHours, 'from' | 'until'>, calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay'>, now: Instant): Instant {
  const today = dateOf(now);
  if (calendar.isWorkingDay(today)) {
    if (now < atTime(today, until)) return atTime(today, until);
    if (now < atTime(today, from)) return now;
  }
  return atTime(calendar.nextWorkingDay(addDays(today, 1)), until);
}

/** The same for reminders: those of a night wait for the rungs of the morning, which stand when the office opens, so that they are one mail. */
export const remindersFrom = ({ from, until }: Pick<QuietHours, 'from' | 'until'>, calendar: Parameters<typeof permittedFrom>[1], now: Instant): Instant =>
  permittedFrom({ from, until: until < opening && opening < from ? opening : until }, calendar, now);

/** Mails may go between the end of the quiet hours in the morning and their beginning in the evening, which must therefore be later. */
export const areQuietHours = ({ from, until }: Pick<QuietHours, 'from' | 'until'>): boolean => until < from;

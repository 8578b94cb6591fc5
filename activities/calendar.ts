import type { CalendarDays } from '../domain/ports/registers.ts';
import { calendarFreshMs } from '../domain/waking.ts';
import { workingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';

/** The working calendar as the record has it, read again when it is older than a moment: hundreds of views in one moment read it once. */
export function recordedCalendar(days: CalendarDays, now: () => number = Date.now): () => Promise<WorkingCalendar> {
  let kept: { readonly at: number; readonly calendar: Promise<WorkingCalendar> } | undefined;
  return () => {
    if (!kept || now() - kept.at > calendarFreshMs) {
      const calendar = days.list().then(workingCalendar);
      kept = { at: now(), calendar };
      calendar.catch(() => (kept = undefined));
    }
    return kept.calendar;
  };
}

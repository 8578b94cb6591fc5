import type { CalendarDays } from '../domain/ports/registers.ts';
import { workingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';

/** A change of the calendar is seen this soon; hundreds of views in one moment read it once. */
const freshMs = 250;

/** The working calendar as the record has it, read again when it is older than a moment. */
export function recordedCalendar(days: CalendarDays, now: () => number = Date.now): () => Promise<WorkingCalendar> {
  let kept: { readonly at: number; readonly calendar: Promise<WorkingCalendar> } | undefined;
  return () => {
    if (!kept || now() - kept.at > freshMs) {
      const calendar = days.list().then(workingCalendar);
      kept = { at: now(), calendar };
      calendar.catch(() => (kept = undefined));
    }
    return kept.calendar;
  };
}

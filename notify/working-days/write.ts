import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarFile } from '../../domain/ports/calendar-file.ts';
import { englishName } from './convention.ts';

/** Whole days, one event each: what kind of day as the category, the document that announced it as the description. */
export const writeWorkingDays: CalendarFile['write'] = (name, days, at) => {
  const calendar = ical({ name, prodId: { company: 'Chu Trinh', product: 'Working calendar' }, method: ICalCalendarMethod.PUBLISH });
  for (const day of days) {
    calendar.createEvent({
      id: `working-day/${day.date}@chu-trinh`, stamp: new Date(at), allDay: true, start: new Date(`${day.date}T00:00:00Z`), summary: day.name, description: day.source,
      categories: [{ name: day.kind }], x: [{ key: englishName.toUpperCase(), value: day.nameEn }], transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarOfFeed } from '../domain/feed.ts';
import type { WriteCalendar } from '../domain/ports/feeds.ts';

/** How often calendars are asked to look again, in seconds. */
const refreshSeconds = 15 * 60;

/**
 * A calendar of whole days, free of alarms and of the reader's busy time. A plain date has no zone: the day is the one of
 * Asia/Ho_Chi_Minh wherever it is read. The same entries give the same text.
 */
export const writeCalendar: WriteCalendar = ({ name, entries }: CalendarOfFeed) => {
  const calendar = ical({ name, prodId: { company: 'Chu Trinh', product: 'Calendar' }, method: ICalCalendarMethod.PUBLISH, ttl: refreshSeconds });
  for (const { uid, sequence, modifiedAt, date, title, url } of entries) {
    const at = new Date(modifiedAt);
    calendar.createEvent({ id: uid, sequence, stamp: at, lastModified: at, allDay: true, start: new Date(`${date}T00:00:00Z`), summary: title, url, transparency: ICalEventTransparency.TRANSPARENT });
  }
  return calendar.toString();
};

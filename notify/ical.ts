import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarOfFeed } from '../domain/feed.ts';
import type { WriteCalendar } from '../domain/ports/feeds.ts';

/** How often calendars are asked to look again, in seconds. */
const refreshSeconds = 15 * 60;

/**
 * A calendar of whole days that takes none of the reader's time, with alarms at the instants given. A plain date has no zone: the day is the one of
 * Asia/Ho_Chi_Minh wherever it is read. The same entries give the same text.
 */
export const writeCalendar: WriteCalendar = ({ name, entries }: CalendarOfFeed) => {
  const calendar = ical({ name, prodId: { company: 'Chu Trinh', product: 'Calendar' }, method: ICalCalendarMethod.PUBLISH, ttl: refreshSeconds });
  for (const { uid, sequence, modifiedAt, date, alarms, title, url } of entries) {
    const at = new Date(modifiedAt);
    const event = calendar.createEvent({ id: uid, sequence, stamp: at, lastModified: at, allDay: true, start: new Date(`${date}T00:00:00Z`), summary: title, url, transparency: ICalEventTransparency.TRANSPARENT });
    for (const alarm of alarms) event.createAlarm({ type: ICalAlarmType.display, trigger: new Date(alarm), description: title });
  }
  return calendar.toString();
};

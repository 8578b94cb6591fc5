import { Context } from '@temporalio/activity';
import { createActivities, type Activities } from '../../activities/all.ts';
import { recordedCalendar } from '../../activities/calendar.ts';
import type { StartingDeps } from '../../activities/starting.ts';
import type { UpkeepDeps } from '../../activities/upkeep.ts';
import { calendarAt } from '../../domain/cycle-clock.ts';
import { recordOnly } from '../../domain/ports/notify.ts';
import type { RecordStore } from '../../domain/ports/record.ts';

/** The activities over the real record and the real clock. */
export function realActivities(record: RecordStore, workflows: Pick<StartingDeps & UpkeepDeps, 'start' | 'rebuild' | 'mailsKeptMs'>): Activities {
  return createActivities({
    ...workflows,
    record,
    now: (clock) => calendarAt(clock, Date.now()),
    notify: recordOnly,
    calendar: recordedCalendar(record.read.calendarDays),
    heartbeat: () => Context.current().heartbeat(),
  });
}

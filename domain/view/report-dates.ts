import type { Cycle } from '../cycle.ts';
import type { Instant, PlainDate } from '../date.ts';
import { getPeriod } from '../opening.ts';
import type { Quarter } from '../plan.ts';
import { afterDay, morningOf, type Days } from './office-hours.ts';

type Settings = Pick<Cycle, 'settings'>;

/** When the reports of a quarter are opened to the units. */
export function quarterOpensAt(quarter: Quarter, cycle: Settings, calendar: Days): Instant {
  return morningOf(calendar.addWorkingDays(calendar.dueOn(getPeriod(cycle, quarter).due), -cycle.settings.allowances.reportOpens));
}

/** When a report that is due on `due` counts as missing, or, submitted and not looked at, as unreviewed. */
export function reportClosesAt(due: PlainDate, { settings }: Settings, calendar: Days): Instant {
  return afterDay(calendar.addWorkingDays(calendar.dueOn(due), settings.allowances.reportGrace));
}

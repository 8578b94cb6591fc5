import type { CycleClock } from '../domain/cycle-clock.ts';
import type { Instant } from '../domain/date.ts';
import type { Notify } from '../domain/ports/notify.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { BulkDeps } from './bulk.ts';

/** What activities work with. */
export interface ActivityDeps extends BulkDeps {
  readonly record: RecordStore;
  /** What a cycle's calendar shows now. */
  readonly now: (clock: CycleClock) => Instant;
  readonly notify: Notify;
  /** The working calendar, at most a moment old. */
  readonly calendar: () => Promise<WorkingCalendar>;
}

/** Duties per transaction of bulk work: the writer is shared with people. */
export const slice = 25;

import type { CheckSubmission } from '../../domain/check.ts';
import type { Instant } from '../../domain/date.ts';
import type { CalendarFile } from '../../domain/ports/calendar-file.ts';
import type { WriteCalendar } from '../../domain/ports/feeds.ts';
import type { Files } from '../../domain/ports/files.ts';
import type { MailRoom } from '../../domain/ports/letters.ts';
import type { Notify } from '../../domain/ports/notify.ts';
import type { RecordStore, Repositories } from '../../domain/ports/record.ts';
import type { Caller } from './caller.ts';
import type { Registers } from './registers.ts';

/** Everything a use-case works with. `now` is real time; a cycle's clock makes calendar time of it. */
export interface Desk {
  readonly record: RecordStore;
  readonly check: CheckSubmission;
  readonly registers: Registers;
  /** Contents of files; what they belong to is in the record. */
  readonly files: Files;
  /** Carries reminders by hand; those of the ladder go out from the worker. */
  readonly notify: Notify;
  readonly now: () => Instant;
  /** Where people reach the pages, without a slash at the end. */
  readonly publicUrl: string;
  /** Calendars of feeds as text. */
  readonly writeCalendar: WriteCalendar;
  /** Words and letters of mails; they go out from the worker. */
  readonly mail: MailRoom;
  /** The working calendar as a file. */
  readonly calendarFile: CalendarFile;
  /** Whether webhooks may go to this machine itself, without TLS too, and to its network: only where the environment says so. */
  readonly allowsPrivate: boolean;
  /** A launch must be confirmed by somebody else than who proposed it. */
  readonly launchNeedsSecondPerson: boolean;
  /** How long a log-in lasts without use. */
  readonly sessionMs: number;
}

/**
 * One act, one transaction. When the caller brought an idempotency key, the answer is stored under it in the same
 * transaction, so that an answer is stored exactly when its act is.
 */
export function commit<Answer>(desk: Desk, caller: Caller, work: (tx: Repositories) => Promise<Answer>): Promise<Answer> {
  const { key, actor } = caller;
  return desk.record.write(async (tx) => {
    const answer = await work(tx);
    if (key) {
      await tx.idempotencyKeys.insert(actor.id, key.key, { requestHash: key.requestHash, status: key.status, body: JSON.stringify(answer) }, desk.now());
    }
    return answer;
  });
}

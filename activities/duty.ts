import type { Instant } from '../domain/date.ts';
import type { DutyView } from '../domain/views.ts';
import type { ActivityDeps } from './deps.ts';
import type { DutyReader } from './duty-reading.ts';
import { activity } from './outcome.ts';
import { remindersDue } from './reminders-due.ts';

/** What plans and reports have in common: they are read, and people are reminded of them. */
export function createDutyActivities({ record, calendar, notify }: ActivityDeps, reader: DutyReader) {
  return {
    readDuty: activity((id: string): Promise<DutyView> => reader.view(id)),

    /** Sends the rungs that are due. The row is the claim: whoever inserts it sends it, so none goes out twice. */
    remind: activity(async (id: string, at: Instant): Promise<DutyView> => {
      const days = await calendar();
      const sent = await record.write(async (tx) => {
        const reading = await reader.readIn(tx, id, days, at);
        return tx.reminders.insertMissing(remindersDue(reading, { duty: reading.duty.id }));
      });
      await Promise.all(sent.map((reminder) => notify.send(reminder)));
      return reader.view(id);
    }),
  };
}

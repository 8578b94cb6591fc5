import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/date.ts';
import type { DueReminder } from '../domain/duty.ts';
import { officeEndOf } from '../domain/view/office-hours.ts';
import { datedAt } from '../domain/view/punctuality.ts';
import type { DutyView } from '../domain/views.ts';
import type { ActivityDeps } from './deps.ts';
import type { DutyReader, DutyReading } from './duty-reading.ts';
import { activity } from './outcome.ts';

/** What plans and reports have in common: they are read, and people are reminded of them. */
export function createDutyActivities({ record, calendar, notify }: ActivityDeps, reader: DutyReader) {
  return {
    readDuty: activity((id: string): Promise<DutyView> => reader.view(id)),

    /** Sends the rungs that are due. The row is the claim: whoever inserts it sends it, so none goes out twice. */
    remind: activity(async (id: string, at: Instant): Promise<DutyView> => {
      const days = await calendar();
      const sent = await record.write(async (tx) => {
        const reading = await reader.readIn(tx, id, days, at);
        return tx.reminders.insertMissing(remindersDue(reading));
      });
      await Promise.all(sent.map((reminder) => notify.send(reminder)));
      return reader.view(id);
    }),
  };
}

function remindersDue({ duty, cycle, view, now }: DutyReading): readonly DueReminder[] {
  if (view.isPaused) return [];
  return view.rungs.filter((rung) => rung.at <= now).map((rung) => ({
    id: randomUUID(), cycle: duty.cycle, duty: duty.id, unit: rung.unit, rung: rung.key, to: rung.to, escalation: rung.isEscalation, dueAt: officeEndOf(rung.due),
    sentAt: datedAt(cycle.clock, rung.at, now), ...(rung.channels ? { channels: rung.channels } : {}), ...(rung.mayOptOut ? { mayOptOut: true } : {}),
  }));
}

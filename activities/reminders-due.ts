import { randomUUID } from 'node:crypto';
import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { DueReminder, Reminder } from '../domain/duty.ts';
import { officeEndOf } from '../domain/view/office-hours.ts';
import { datedAt } from '../domain/view/punctuality.ts';
import type { RungView } from '../domain/views.ts';

interface Reading {
  readonly cycle: Pick<Cycle, 'id' | 'clock'>;
  readonly view: { readonly isPaused: boolean; readonly rungs: readonly RungView[] };
  readonly now: Instant;
}

/** The rungs that are due, as reminders of a duty or of a directive. */
export function remindersDue({ cycle, view, now }: Reading, of: Pick<Reminder, 'duty' | 'directive'>): readonly DueReminder[] {
  if (view.isPaused) return [];
  return view.rungs.filter((rung) => rung.at <= now).map((rung) => ({
    id: randomUUID(), cycle: cycle.id, ...of, unit: rung.unit, rung: rung.key, to: rung.to, escalation: rung.isEscalation, dueAt: officeEndOf(rung.due),
    sentAt: datedAt(cycle.clock, rung.at, now), ...(rung.channels ? { channels: rung.channels } : {}), ...(rung.mayOptOut ? { mayOptOut: true } : {}), ...(rung.text === undefined ? {} : { text: rung.text }),
  }));
}

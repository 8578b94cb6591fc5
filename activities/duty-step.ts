import type { Instant } from '../domain/date.ts';
import type { Repositories } from '../domain/ports/record.ts';
import type { Actor } from '../domain/roles.ts';
import { datedAt } from '../domain/view/punctuality.ts';
import { actOnDuty, type DutyActRequest } from '../domain/transition.ts';
import type { DutyView } from '../domain/views.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import type { DutyReader, DutyReading } from './duty-reading.ts';
import { activity, hasMovedOn } from './outcome.ts';

/** What a workflow does to its own duty at one step. */
export interface DutyStep {
  /** When the step is due by the view; null: not in this state. */
  readonly dueAt: (view: DutyView) => Instant | null;
  readonly act: (reading: DutyReading, calendar: WorkingCalendar) => Pick<DutyActRequest, 'act' | 'changes' | 'details'>;
  /** Rows that belong to the act, in its transaction. */
  readonly alongside?: (tx: Repositories, reading: DutyReading, calendar: WorkingCalendar) => Promise<void>;
}

/**
 * A step asks the record first: when its time has not come, or somebody was faster, nothing is written. So it may be tried
 * again after it was done. Answers the view after it.
 */
export function dutyStep({ record, calendar }: ActivityDeps, reader: DutyReader, { dueAt, act, alongside }: DutyStep): (id: string, at: Instant) => Promise<DutyView> {
  return activity(async (id, at) => {
    const days = await calendar();
    const actor: Actor = { kind: 'workflow', id };
    try {
      await record.write(async (tx) => {
        const reading = await reader.readIn(tx, id, days, at);
        const due = dueAt(reading.view);
        if (reading.view.isPaused || due === null || due > reading.now) return;
        const dated = { ...reading, now: datedAt(reading.cycle.clock, due, reading.now) };
        await actOnDuty(tx, { duty: id, actor, at: dated.now, expectedVersion: reading.duty.version, ...act(dated, days) });
        await alongside?.(tx, dated, days);
      });
    } catch (error) {
      if (!hasMovedOn(error)) throw error;
    }
    return reader.view(id);
  });
}

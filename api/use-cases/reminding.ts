import { randomUUID } from 'node:crypto';
import type { Reminder } from '../../domain/duty.ts';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import type { ReminderFilter } from '../../domain/ports/duties.ts';
import { listScope } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isOpen, possibleActs } from '../../domain/stages.ts';
import { endOfDay } from '../../domain/plain-date.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { authorise, getCycle, stand, type Place } from './place.ts';

/** A reminder by hand, beside the ladder: recorded at once, where the unit sees it, and carried to it. */
export async function remind(desk: Desk, caller: Caller, { place, message }: { place: Place; message?: string }): Promise<{ reminder: Reminder }> {
  const { duty, cycle, at } = await stand(desk, place);
  authorise(caller, 'duty.remind', cycle, duty.unit);
  if (!isOpen(duty.kind, duty.state)) throw new Refused('wrong-stage', { figures: { act: 'remind', state: duty.state }, possible: possibleActs(duty.kind, duty.state) });
  const reminder: Reminder = { id: randomUUID(), cycle: cycle.id, duty: duty.id, unit: duty.unit, rung: `manual/${at}`, to: 'unit', escalation: false, dueAt: endOfDay(duty.due), sentAt: at };
  const answer = await commit(desk, caller, async (tx) => {
    await tx.reminders.insertMissing([reminder]);
    await tx.audit.append([{ at, actor: actorId(caller.actor), act: 'remind', cycle: cycle.id, unit: duty.unit, subject: duty.id, outcome: 'done', details: { reminder: reminder.id, ...(message === undefined ? {} : { message }) } }]);
    return { reminder };
  });
  await desk.notify.send(reminder);
  return answer;
}

/** Reminders of a cycle; a unit sees its own only. */
export async function listReminders(desk: Desk, caller: Caller, filter: ReminderFilter, page: PageRequest): Promise<Page<Reminder>> {
  await getCycle(desk.record.read, filter.cycle);
  const own = listScope(caller.actor, 'reminder.list') === 'own' ? { unit: caller.actor.unit } : {};
  return desk.record.read.reminders.list({ ...filter, ...own }, page);
}

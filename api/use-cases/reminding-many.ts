import { randomUUID } from 'node:crypto';
import type { Duty, Reminder } from '../../domain/duty.ts';
import { endOfDay } from '../../domain/plain-date.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused, type RefusalCode } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

export interface ManyReminded {
  readonly reminded: readonly string[];
  /** Those nobody is waited for at the unit, each with its reason. */
  readonly refused: readonly { readonly id: string; readonly code: RefusalCode }[];
}

/** Whether it is the unit that is waited for now. */
export const waitsForUnit = ({ state }: Pick<Duty, 'state'>): boolean => state === 'draft' || state === 'open' || state === 'returned';

/** Reminders by hand to many units in one transaction, each recorded where its unit sees it; carried to them afterwards. */
export async function remindMany(desk: Desk, caller: Caller, { cycle: id, duties: ids, message }: { cycle: string; duties: readonly string[]; message?: string }): Promise<ManyReminded> {
  const cycle = await getCycle(desk.record.read, id);
  if (!isAllowed(caller.actor, 'duty.remind')) throw new Refused('forbidden', { figures: { action: 'duty.remind' } });
  if (cycle.pausedAt !== null) throw new Refused('cycle-paused', { figures: { cycle: id } });
  const at = nowIn(desk, cycle);
  const wanted = new Set(ids);
  const known = new Map((await desk.record.read.duties.all({ cycle: id })).filter((duty) => wanted.has(duty.id)).map((duty) => [duty.id, duty]));
  const able = [...known.values()].filter(waitsForUnit);
  const refused = [...wanted].filter((each) => !able.some((duty) => duty.id === each)).map((each): ManyReminded['refused'][number] => ({ id: each, code: known.has(each) ? 'wrong-stage' : 'not-found' }));
  const reminders = able.map((duty): Reminder => ({ id: randomUUID(), cycle: id, duty: duty.id, unit: duty.unit, rung: `manual/${at}`, to: 'unit', escalation: false, dueAt: endOfDay(duty.due), sentAt: at }));
  const answer = await commit(desk, caller, async (tx) => {
    await tx.reminders.insertMissing(reminders);
    await tx.audit.append(reminders.map((reminder, index) => ({
      at, actor: actorId(caller.actor), act: 'remind', cycle: id, unit: reminder.unit, subject: able[index]?.id ?? '', outcome: 'done' as const, details: { reminder: reminder.id, ...(message === undefined ? {} : { message }) },
    })));
    return { reminded: able.map((duty) => duty.id), refused };
  });
  for (const reminder of reminders) await desk.notify.send(reminder);
  return answer;
}

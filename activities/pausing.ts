import type { Cycle } from '../domain/cycle.ts';
import type { PlainDate } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import { dateOf } from '../domain/plain-date.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen, possibleActs } from '../domain/stages.ts';
import { mattersOfMove } from '../domain/telling.ts';
import { actOnDuty } from '../domain/transition.ts';
import { wakingMessages } from '../domain/waking.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import { bulkActivity } from './bulk.ts';
import { slice, type ActivityDeps } from './deps.ts';
import { pausesToSettle, settledAct, type EndedPause } from './pauses.ts';
import { getCycle, subjectOf } from './subjects.ts';

/** What follows the end of a pause. */
export function createPausingActivities({ record, now, calendar, heartbeat }: ActivityDeps) {
  return {
    /** Adds the working days of each ended pause to the open due dates, duty by duty, and says in the audit chain that it has. */
    shiftDueDates: bulkActivity(heartbeat, async (workflowId: string): Promise<void> => {
      const cycle = await getCycle(record.read, subjectOf(workflowId, 'annualCycle').cycle);
      const days = await calendar();
      for (const pause of await pausesToSettle(record.read, cycle)) {
        const by = days.workingDaysBetween(dateOf(pause.from), dateOf(pause.to));
        const duties = by > 0 ? await waitingThrough(record.read, cycle, pause) : [];
        for (let from = 0; from < duties.length; from += slice) {
          await record.write(async (tx) => {
            for (const { id } of duties.slice(from, from + slice)) await shift(tx, id, pause, by, days, workflowId);
          });
        }
        await record.write(async (tx) => {
          const dates = await shiftYear(tx, cycle.id, pause, by, days);
          await tx.audit.append([{
            at: pause.to, actor: `workflow:${workflowId}`, act: settledAct, cycle: cycle.id, unit: null, subject: cycle.id, outcome: 'done',
            details: { resume: pause.id, workingDays: by, duties: duties.length, dates },
          }]);
        });
      }
    }),

    /** Wakes every workflow that fell asleep in the pause. */
    tellResumed: bulkActivity(heartbeat, async (workflowId: string): Promise<void> => {
      const cycle = await getCycle(record.read, subjectOf(workflowId, 'annualCycle').cycle);
      const messages = await wakingMessages(record.read, cycle, 'resume');
      for (let from = 0; from < messages.length; from += 200) {
        await record.write((tx) => tx.outbox.append(messages.slice(from, from + 200), now(cycle.clock)));
      }
    }),
  };
}

async function waitingThrough({ duties }: Repositories, cycle: Cycle, pause: EndedPause): Promise<readonly Duty[]> {
  return (await duties.all({ cycle: cycle.id })).filter((duty) => duty.openedAt < pause.to && canWait(duty));
}

const canWait = ({ kind, state }: Duty): boolean => isOpen(kind, state) && possibleActs(kind, state).includes('extend');

/** Once per duty and pause: the audit row of the extension names the pause. A date that had passed before the pause stays passed for lateness. */
async function shift(tx: Repositories, id: string, pause: EndedPause, by: number, calendar: WorkingCalendar, workflowId: string): Promise<void> {
  const duty = await tx.duties.find(id);
  if (!duty || !canWait(duty)) return;
  const { items } = await tx.audit.list({ subject: id, act: 'extend' }, { limit: 100 });
  if (items.some(({ details }) => details['resume'] === pause.id)) return;
  const due = calendar.addWorkingDays(duty.due, by);
  const unitDue = duty.unitDue >= dateOf(pause.from) && duty.submittedAt === null ? calendar.addWorkingDays(duty.unitDue, by) : duty.unitDue;
  const { duty: moved, cycle } = await actOnDuty(tx, {
    duty: id, act: 'extend', actor: { kind: 'workflow', id: workflowId }, at: pause.to, expectedVersion: duty.version,
    changes: { due, unitDue }, details: { resume: pause.id, was: duty.due, due, workingDays: by },
  });
  await tx.notices.tell(await mattersOfMove(tx, { duty: moved, cycle, cause: 'pause', before: duty.due, at: pause.to }));
}

const plannedDates = ['draftsDue', 'appraisalDue', 'approvalDue'] as const;

/** The year's own dates that lay ahead move too, while plans are being made. The days on which reports are due are not ours to move. */
async function shiftYear(tx: Repositories, id: string, pause: EndedPause, by: number, calendar: WorkingCalendar): Promise<Readonly<Record<string, PlainDate>>> {
  const cycle = await getCycle(tx, id);
  if (by === 0 || (cycle.state !== 'guidance' && cycle.state !== 'drafting')) return {};
  const dates = cycle.settings.calendar;
  const ahead = plannedDates.filter((name) => dates[name] >= dateOf(pause.from));
  const moved = Object.fromEntries(ahead.map((name) => [name, calendar.addWorkingDays(dates[name], by)]));
  await tx.cycles.claim(id, cycle.version, { settings: { ...cycle.settings, calendar: { ...dates, ...moved } } });
  return moved;
}

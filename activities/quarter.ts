import type { Repositories } from '../domain/ports/record.ts';
import { dutyClosesAt } from '../domain/view/duty-view.ts';
import { quarterView } from '../domain/view/quarter-view.ts';
import type { QuarterView } from '../domain/views.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { Instant } from '../domain/date.ts';
import { bulkActivity } from './bulk.ts';
import type { ActivityDeps } from './deps.ts';
import { closingAct, endDuties } from './ending.ts';
import { freezeRound } from './freezing.ts';
import { activity } from './outcome.ts';
import { pausesToSettle } from './pauses.ts';
import { getCycle, subjectOf } from './subjects.ts';

export async function readRound(repositories: Repositories, workflowId: string, calendar: WorkingCalendar): Promise<QuarterView> {
  const { cycle: id, quarter } = subjectOf(workflowId, 'quarterRound');
  const cycle = await getCycle(repositories, id);
  return quarterView({
    cycle, quarter, calendar,
    round: await repositories.quarterRounds.find(id, quarter),
    members: await repositories.cycleUnits.list(id),
    reports: await repositories.duties.all({ cycle: id, kind: 'report', quarter }),
    isUnsettled: (await pausesToSettle(repositories, cycle)).length > 0,
  });
}

/** The steps of one round of reports. */
export function createQuarterActivities({ record, now, calendar, heartbeat }: ActivityDeps) {
  const view = async (workflowId: string): Promise<QuarterView> => readRound(record.read, workflowId, await calendar());
  return {
    readQuarter: activity(view),

    /** Closes every report whose time is over and that is open nevertheless. */
    closeReports: bulkActivity(heartbeat, async (workflowId: string, reached: Instant): Promise<QuarterView> => {
      const { cycle: id, quarter } = subjectOf(workflowId, 'quarterRound');
      const cycle = await getCycle(record.read, id);
      const [days, at] = [await calendar(), Math.max(now(cycle.clock), reached)];
      const isOver = (closesAt: Instant | null): boolean => closesAt !== null && closesAt <= at;
      const { isPaused } = await view(workflowId);
      if (!isPaused) {
        await endDuties({
          record, by: workflowId, at, which: { cycle: id, kind: 'report', quarter },
          actFor: (duty) => (isOver(dutyClosesAt(duty, cycle, days)) ? closingAct(duty) : undefined),
        });
      }
      return view(workflowId);
    }),

    /** Freezes the compliance report as the committee will see it. It never changes after. */
    freezeQuarter: bulkActivity(heartbeat, async (workflowId: string): Promise<QuarterView> => {
      await freezeRound({ record, now }, workflowId);
      return view(workflowId);
    }),
  };
}

import type { Quarter } from '../domain/plan.ts';
import type { Instant } from '../domain/date.ts';
import type { Repositories } from '../domain/ports/record.ts';
import type { CycleAct } from '../domain/stages.ts';
import { actOnCycle } from '../domain/transition.ts';
import { cycleView } from '../domain/view/cycle-view.ts';
import { datedAt } from '../domain/view/punctuality.ts';
import type { CycleView } from '../domain/views.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import { activity, hasMovedOn } from './outcome.ts';
import { pausesToSettle } from './pauses.ts';
import { getCycle, subjectOf } from './subjects.ts';

export interface CycleReader {
  view(workflowId: string): Promise<CycleView>;
}

export function createCycleReader({ record, now, calendar }: Pick<ActivityDeps, 'record' | 'now' | 'calendar'>): CycleReader {
  return { view: async (workflowId) => readCycle(record.read, workflowId, await calendar(), now) };
}

async function readCycle(repositories: Repositories, workflowId: string, calendar: WorkingCalendar, now: ActivityDeps['now']): Promise<CycleView> {
  const cycle = await getCycle(repositories, subjectOf(workflowId, 'annualCycle').cycle);
  const isDrafting = cycle.state === 'drafting';
  return cycleView({
    cycle, calendar, now: now(cycle.clock),
    members: isDrafting ? await repositories.cycleUnits.list(cycle.id) : [],
    plans: isDrafting ? await repositories.duties.all({ cycle: cycle.id, kind: 'plan' }) : [],
    rounds: await repositories.quarterRounds.list(cycle.id),
    pausesToSettle: (await pausesToSettle(repositories, cycle)).length,
  });
}

/** The steps of a cycle from stage to stage. */
export function createCycleActivities({ record, now, calendar }: ActivityDeps, reader: CycleReader) {
  /** Steps of a cycle that has left the stage, or is paused, are not wanted any more. */
  const step = (act: CycleAct, dueAt: (view: CycleView) => Instant) =>
    activity(async (workflowId: string, at: Instant): Promise<CycleView> => {
      const days = await calendar();
      try {
        await record.write(async (tx) => {
          const view = await readCycle(tx, workflowId, days, now);
          const cycle = await getCycle(tx, view.id);
          const [today, due] = [Math.max(now(cycle.clock), at), dueAt(view)];
          if (view.isPaused || view.pausesToSettle > 0 || due > today) return;
          await actOnCycle(tx, { cycle: view.id, act, actor: { kind: 'workflow', id: workflowId }, at: datedAt(cycle.clock, due, today), expectedVersion: view.version });
        });
      } catch (error) {
        if (!hasMovedOn(error)) throw error;
      }
      return reader.view(workflowId);
    });

  return {
    readCycle: activity((workflowId: string): Promise<CycleView> => reader.view(workflowId)),

    /** Every plan is decided, or the approval date has passed. */
    openReporting: step('openReporting', (view) => (view.shardsToOpen.length === 0 && view.openPlans === 0 ? 0 : view.lapseAt)),

    /** The last round is frozen. */
    startClosing: step('startClosing', (view) => (view.quarters.every(({ state }) => state === 'frozen' || state === 'cancelled') ? 0 : Infinity)),

    /** The row of the round comes first: a quarter that has one has a workflow, or gets one again. */
    openQuarter: activity(async (workflowId: string, quarter: Quarter): Promise<CycleView> => {
      const cycle = subjectOf(workflowId, 'annualCycle').cycle;
      await record.write(async (tx) => {
        const { state, clock } = await getCycle(tx, cycle);
        const at = now(clock);
        if (state !== 'reporting' || !(await tx.quarterRounds.open(cycle, quarter, at))) return;
        await tx.audit.append([{ at, actor: `workflow:${workflowId}`, act: 'openQuarter', cycle, unit: null, subject: `quarter/${cycle}/${quarter}`, outcome: 'done', details: { quarter } }]);
      });
      return reader.view(workflowId);
    }),
  };
}

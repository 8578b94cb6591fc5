import { aspectDue, conclusionDue, openOpinions } from '../domain/opening.ts';
import { dateOf } from '../domain/plain-date.ts';
import type { ActivityDeps } from './deps.ts';
import type { DutyReader } from './duty-reading.ts';
import { dutyStep } from './duty-step.ts';

/** The steps of a plan that the year takes by itself. */
export function createPlanActivities(deps: ActivityDeps, reader: DutyReader) {
  return {
    /** Asks every appraiser for its aspect, all due on the same day. */
    startAppraisal: dutyStep(deps, reader, {
      dueAt: (view) => view.appraisalAt,
      act: ({ cycle, now }, calendar) => ({ act: 'startAppraisal', changes: { due: aspectDue(cycle, calendar, dateOf(now)) }, details: { aspects: Object.keys(cycle.settings.roles.appraisers) } }),
      alongside: async (tx, { duty, cycle, now }, calendar) => {
        await tx.opinions.insertMissing(openOpinions(cycle, duty, aspectDue(cycle, calendar, dateOf(now))));
      },
    }),

    /** Asks the lead appraiser for the conclusion, and notes which opinions it has to do without. */
    requestConclusion: dutyStep(deps, reader, {
      dueAt: (view) => view.conclusionAt,
      act: ({ cycle, view, now }, calendar) => ({ act: 'requestConclusion', changes: { due: conclusionDue(cycle, calendar, dateOf(now)) }, details: { missing: view.opinionsOpen } }),
    }),

    /** The year goes on without the plan. */
    lapse: dutyStep(deps, reader, {
      dueAt: (view) => view.closesAt,
      act: ({ duty }) => ({ act: 'lapse', details: { due: duty.due } }),
    }),
  };
}

import type { ActivityDeps } from './deps.ts';
import type { DutyReader } from './duty-reading.ts';
import { dutyStep } from './duty-step.ts';

/** The steps of a report that the year takes by itself. */
export function createReportActivities(deps: ActivityDeps, reader: DutyReader) {
  return {
    /** The grace is over and there is no report. */
    closeMissing: dutyStep(deps, reader, {
      dueAt: (view) => (view.state === 'submitted' ? null : view.closesAt),
      act: ({ duty }) => ({ act: 'closeMissing', details: { due: duty.due } }),
    }),

    /** The grace is over and nobody has looked at the report: it counts as it is. */
    closeUnreviewed: dutyStep(deps, reader, {
      dueAt: (view) => (view.state === 'submitted' ? view.closesAt : null),
      act: ({ duty }) => ({ act: 'closeUnreviewed', details: { due: duty.due } }),
    }),
  };
}

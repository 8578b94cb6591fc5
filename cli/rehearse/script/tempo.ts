import type { CycleSettings } from '../../../domain/cycle.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';

/** Working days from a submission to its opinions, its conclusion and its decision, and from a return to the next submission. */
export interface Tempo {
  readonly opinionsAfter: number;
  readonly conclusionAfter: number;
  readonly decisionAfter: number;
  readonly revisionAfter: number;
}

/** Working days by which a late unit misses the due date of the drafts. */
export const lateBy = 2;

const unhurried: Tempo = { opinionsAfter: 2, conclusionAfter: 3, decisionAfter: 4, revisionAfter: 3 };
const brisk: Tempo = { opinionsAfter: 1, conclusionAfter: 2, decisionAfter: 3, revisionAfter: 2 };

/** A year that leaves little time between drafts and approval, as a district's does, makes everybody quicker: even the late unit whose plan comes back from the approver is to be decided on before the approval date. */
export function tempoOf({ settings: { calendar: { draftsDue, approvalDue } }, calendar }: { readonly settings: Pick<CycleSettings, 'calendar'>; readonly calendar: WorkingCalendar }): Tempo {
  const { decisionAfter, revisionAfter } = unhurried;
  return calendar.addWorkingDays(draftsDue, lateBy + decisionAfter + revisionAfter + decisionAfter) < approvalDue ? unhurried : brisk;
}

import { continueAsNew } from '@temporalio/workflow';
import type { DutyView } from '../domain/views.ts';
import { record } from './activities.ts';
import { during, follow, goesOn, type Following } from './following.ts';
import type { WorkflowInput } from './messages/inputs.ts';

/** One unit's report of one quarter, until it is accepted or its round closes. */
export async function unitReport(input: WorkflowInput): Promise<void> {
  const report = await follow(input, record.readDuty);
  await awaitReport(report);
  await awaitReview(report);
  if (await goesOn(report, (view) => view.isOpen)) await continueAsNew<typeof unitReport>(input);
}

const { remind, closeMissing, closeUnreviewed } = record;

/** The unit reports, and is reminded by the ladder; without a report it is missing when the grace is over. */
function awaitReport(report: Following<DutyView>): Promise<void> {
  return during(report, ['open', 'returned'], (view) => ({ closeMissing: view.closesAt, remind: view.rungs[0]?.at ?? null }), { closeMissing, remind });
}

/** The secretariat accepts or returns it; what nobody has looked at by then counts as it is. */
function awaitReview(report: Following<DutyView>): Promise<void> {
  return during(report, ['submitted'], (view) => ({ closeUnreviewed: view.closesAt }), { closeUnreviewed });
}

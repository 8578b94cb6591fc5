import { continueAsNew } from '@temporalio/workflow';
import { isCycleOver } from '../domain/cycle-over.ts';
import { quarterWorkflowId } from '../domain/ids.ts';
import type { CycleState } from '../domain/stages.ts';
import type { CycleView } from '../domain/views.ts';
import { bulk, record } from './activities.ts';
import { beginQuarter, runShard } from './children.ts';
import { during, follow, goesOn, type Following } from './following.ts';
import type { WorkflowInput } from './messages/inputs.ts';

type Cycle = Following<CycleView>;

/** The year of a province, one run per stage. */
const stages = {
  guidance: awaitGuidance,
  drafting: draft,
  reporting: report,
  closing: close,
  closed: async () => undefined,
  cancelled: cancel,
} as const satisfies Readonly<Record<CycleState, (cycle: Cycle) => Promise<void>>>;

export async function annualCycle(input: WorkflowInput): Promise<void> {
  const cycle = await follow(input, record.readCycle);
  const stage = cycle.follower.view.state;
  await stages[stage](cycle);
  if (!isCycleOver({ state: stage }) && (await goesOn(cycle, () => true))) await continueAsNew<typeof annualCycle>(input);
}

const now = (isDue: boolean): number | null => (isDue ? 0 : null);

/** The secretariat prepares the year and publishes its guidance. */
function awaitGuidance(cycle: Cycle): Promise<void> {
  return during(cycle, ['guidance'], (view) => ({ settlePauses: now(view.pausesToSettle > 0) }), { settlePauses });
}

/** Every unit writes its plan, until the last one is decided or the approval date has passed. */
function draft(cycle: Cycle): Promise<void> {
  return during(
    cycle, ['drafting'],
    (view) => ({
      settlePauses: now(view.pausesToSettle > 0),
      openPlans: now(view.shardsToOpen.length > 0),
      openReporting: view.openPlans === 0 ? 0 : view.lapseAt,
    }),
    { settlePauses, openPlans: (id) => openShards(id, cycle), openReporting: record.openReporting },
  );
}

/** Four rounds, each opened by the calendar; the year closes after the last. */
function report(cycle: Cycle): Promise<void> {
  return during(
    cycle, ['reporting'],
    (view) => ({
      settlePauses: now(view.pausesToSettle > 0),
      openQuarter: view.quarters.find(({ state }) => state === 'ahead')?.opensAt ?? null,
      startClosing: now(view.quarters.every(({ state }) => state === 'frozen' || state === 'cancelled')),
    }),
    { settlePauses, openQuarter: (id) => openQuarter(id, cycle), startClosing: record.startClosing },
  );
}

/** The year is evaluated on its closing date. */
function close(cycle: Cycle): Promise<void> {
  return during(cycle, ['closing'], (view) => ({ settlePauses: now(view.pausesToSettle > 0), close: view.closingAt }), { settlePauses, close: bulk.closeYear });
}

/** What is still open when a year is cancelled is cancelled with it. */
async function cancel({ follower }: Cycle): Promise<void> {
  await bulk.cancelOpen(follower.id);
}

async function openShards(id: string, { follower, clock }: Cycle): Promise<CycleView> {
  await Promise.all(follower.view.shardsToOpen.map((shard) => runShard({ parent: id, shard, clock })));
  return record.readCycle(id);
}

async function openQuarter(id: string, { follower, clock }: Cycle): Promise<CycleView> {
  const next = follower.view.quarters.find(({ state }) => state === 'ahead');
  if (!next) return record.readCycle(id);
  const view = await record.openQuarter(id, next.quarter);
  if (view.quarters.some(({ quarter, state }) => quarter === next.quarter && state === 'open')) await beginQuarter({ id: quarterWorkflowId(view.id, next.quarter), clock });
  return view;
}

/** After a pause: due dates first, then the news to everyone who waits. */
async function settlePauses(id: string): Promise<CycleView> {
  await bulk.shiftDueDates(id);
  await bulk.tellResumed(id);
  return record.readCycle(id);
}

import { cycleWorkflowId, directiveWorkflowId, quarterWorkflowId } from '../domain/ids.ts';
import type { WorkflowType } from '../domain/outbox.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen } from '../domain/stages.ts';
import { isFollowed } from '../domain/view/directive-view.ts';
import { dutyWorkflowType } from '../domain/workflow-subject.ts';
import type { WorkflowInput } from '../workflows/messages/inputs.ts';

/** A workflow that the record says should run. */
export interface Wanted {
  readonly type: WorkflowType;
  readonly input: WorkflowInput;
}

/** Every open cycle, round, duty and directive, those first that others hang on. */
export async function listWanted(read: Repositories): Promise<readonly Wanted[]> {
  const wanted = await Promise.all((await read.cycles.list()).filter(({ state }) => state !== 'closed').map((cycle) => wantedOf(read, cycle)));
  return wanted.flat();
}

/** A cancelled year needs its cycle alone, and only as long as something of it is open: that cancels the rest. */
async function wantedOf(read: Repositories, year: Cycle): Promise<readonly Wanted[]> {
  const { id, clock, state } = year;
  const quarters = (await read.quarterRounds.list(id)).filter((round) => round.state === 'open');
  const duties = (await read.duties.all({ cycle: id })).filter((duty) => isOpen(duty.kind, duty.state));
  const directives = (await read.directives.list(id)).filter((directive) => isFollowed(directive, year));
  const cycle: Wanted = { type: 'annualCycle', input: { id: cycleWorkflowId(id), clock } };
  if (state === 'cancelled') return quarters.length + duties.length > 0 ? [cycle] : [];
  return [
    cycle,
    ...quarters.map(({ quarter }): Wanted => ({ type: 'quarterRound', input: { id: quarterWorkflowId(id, quarter), clock } })),
    ...duties.map((duty): Wanted => ({ type: dutyWorkflowType(duty.kind), input: { id: duty.id, clock } })),
    ...directives.map(({ number }): Wanted => ({ type: 'directive', input: { id: directiveWorkflowId(id, number), clock } })),
  ];
}

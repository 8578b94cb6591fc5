import type { CycleClock } from '../domain/cycle-clock.ts';
import { directiveId } from '../domain/ids.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen } from '../domain/stages.ts';
import { isFollowed } from '../domain/view/directive-view.ts';
import { findSubject, type WorkflowSubject } from '../domain/workflow-subject.ts';

/** The clock to start a workflow with, and whether the record says that it should run. */
export interface Accompanied {
  readonly clock: CycleClock;
  readonly shouldRun: boolean;
}

/** Undefined when the record does not know the subject. */
export async function findAccompanied(read: Repositories, workflowId: string): Promise<Accompanied | undefined> {
  const subject = findSubject(workflowId);
  const cycle = subject && (await read.cycles.find(subject.cycle));
  return subject && cycle && { clock: cycle.clock, shouldRun: await shouldRun(read, subject) };
}

async function shouldRun(read: Repositories, subject: WorkflowSubject): Promise<boolean> {
  switch (subject.type) {
    case 'annualCycle': {
      const cycle = await read.cycles.find(subject.cycle);
      return cycle !== undefined && cycle.state !== 'closed' && (cycle.state !== 'cancelled' || (await hasOpen(read, subject.cycle)));
    }
    case 'quarterRound':
      return (await read.quarterRounds.find(subject.cycle, subject.quarter))?.state === 'open';
    case 'directive': {
      const directive = await read.directives.find(directiveId(subject.cycle, subject.number));
      const cycle = await read.cycles.find(subject.cycle);
      return directive !== undefined && cycle !== undefined && isFollowed(directive, cycle);
    }
    case 'unitPlan':
    case 'unitReport': {
      const duty = await read.duties.find(subject.duty);
      return duty !== undefined && isOpen(duty.kind, duty.state);
    }
  }
}

/** A cancelled year is accompanied until nothing of it is open. */
async function hasOpen({ duties, quarterRounds }: Repositories, cycle: string): Promise<boolean> {
  if ((await quarterRounds.list(cycle)).some(({ state }) => state === 'open')) return true;
  return (await duties.all({ cycle })).some(({ kind, state }) => isOpen(kind, state));
}

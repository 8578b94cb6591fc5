import type { Cycle } from './cycle.ts';
import type { Directive } from './directive.ts';
import { cycleWorkflowId, directiveWorkflowId, quarterWorkflowId } from './ids.ts';
import type { NewOutboxMessage } from './outbox.ts';
import type { Repositories } from './ports/record.ts';
import { isOpen } from './stages.ts';
import { dutyWorkflowType } from './workflow-subject.ts';

/** Tells every open duty, round and directive of a cycle to look at the record again. */
export async function wakingMessages({ duties, quarterRounds, directives }: Repositories, { id }: Pick<Cycle, 'id'>, act: string): Promise<readonly NewOutboxMessage[]> {
  const open = (await duties.all({ cycle: id })).filter(({ kind, state }) => isOpen(kind, state));
  const rounds = (await quarterRounds.list(id)).filter(({ state }) => state === 'open');
  return [
    ...open.map((duty): NewOutboxMessage => ({ workflowId: duty.id, workflowType: dutyWorkflowType(duty.kind), act, version: 0 })),
    ...rounds.map(({ quarter }): NewOutboxMessage => ({ workflowId: quarterWorkflowId(id, quarter), workflowType: 'quarterRound', act, version: 0 })),
    ...directiveMessages(await directives.list(id), act),
  ];
}

/** Tells the workflows of open directives. */
export const directiveMessages = (directives: readonly Directive[], act: string): readonly NewOutboxMessage[] => directives.filter(({ state }) => state === 'open')
  .map(({ cycle, number }) => ({ workflowId: directiveWorkflowId(cycle, number), workflowType: 'directive', act, version: 0 }));

/** Reminders of a running year stand elsewhere: whoever is reminded of something counts anew. */
export const ladderChanged = 'ladderChanged';

/** Everybody's dates are counted anew: the year's own too. */
export const calendarChanged = 'calendarChanged';

/** A calendar that was read may be used for so long: who is told of a change is told after that, or it would count by the old one. */
export const calendarFreshMs = 250;

/** For a change of the working calendar. */
export async function calendarNews(repositories: Repositories, cycle: Pick<Cycle, 'id'>): Promise<readonly NewOutboxMessage[]> {
  return [{ workflowId: cycleWorkflowId(cycle.id), workflowType: 'annualCycle', act: calendarChanged, version: 0 }, ...(await wakingMessages(repositories, cycle, calendarChanged))];
}

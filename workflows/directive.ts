import { continueAsNew } from '@temporalio/workflow';
import type { DirectiveView } from '../domain/views.ts';
import { record } from './activities.ts';
import { during, follow, goesOn, type Following } from './following.ts';
import type { WorkflowInput } from './messages/inputs.ts';

/** One directive of the committee, until it is done or its year is over. */
export async function directive(input: WorkflowInput): Promise<void> {
  const followed = await follow(input, record.readDirective);
  await awaitDone(followed);
  if (await goesOn(followed, (view) => view.state === 'open')) await continueAsNew<typeof directive>(input);
}

const { remindDirective } = record;

/** Its unit carries it out, and is reminded by the ladder; overdue, it is escalated. */
function awaitDone(followed: Following<DirectiveView>): Promise<void> {
  return during(followed, ['open'], (view) => ({ remindDirective: view.rungs[0]?.at ?? null }), { remindDirective });
}

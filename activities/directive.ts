import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import { directiveId } from '../domain/ids.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { directiveView } from '../domain/view/directive-view.ts';
import type { DirectiveView } from '../domain/views.ts';
import { waitingSince } from '../domain/waiting-since.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import { activity } from './outcome.ts';
import { remindersDue } from './reminders-due.ts';
import { getCycle, notFound, subjectOf } from './subjects.ts';

interface DirectiveReading {
  readonly directive: Directive;
  readonly cycle: Cycle;
  readonly view: DirectiveView;
  readonly now: Instant;
}

/** What follows a directive: it is read, and people are reminded of it. */
export function createDirectiveActivities({ record, now, calendar, notify }: ActivityDeps) {
  /** `reached` is the date that the workflow has waited for: it has come, whatever this machine's clock says. */
  async function read(repositories: Repositories, workflowId: string, days: WorkingCalendar, reached: Instant): Promise<DirectiveReading> {
    const { cycle: of, number } = subjectOf(workflowId, 'directive');
    const id = directiveId(of, number);
    const directive = await repositories.directives.find(id);
    if (directive?.cycle !== of) throw notFound(id);
    const cycle = await getCycle(repositories, of);
    const at = Math.max(now(cycle.clock), reached);
    const view = directiveView({ directive, cycle, calendar: days, now: at, reminders: await repositories.reminders.listOf(id), since: await waitingSince(repositories, directive) });
    return { directive, cycle, view, now: at };
  }
  const view = async (workflowId: string): Promise<DirectiveView> => (await read(record.read, workflowId, await calendar(), -Infinity)).view;

  return {
    readDirective: activity(view),

    /** Sends the rungs that are due. The row is the claim: whoever inserts it sends it, so none goes out twice. */
    remindDirective: activity(async (workflowId: string, at: Instant): Promise<DirectiveView> => {
      const days = await calendar();
      const sent = await record.write(async (tx) => {
        const reading = await read(tx, workflowId, days, at);
        return tx.reminders.insertMissing(remindersDue(reading, { duty: null, directive: reading.directive.id }));
      });
      await Promise.all(sent.map((reminder) => notify.send(reminder)));
      return view(workflowId);
    }),
  };
}

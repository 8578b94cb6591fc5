import type { Instant, PlainDate } from '../date.ts';
import { isOverdue, type Directive } from '../directive.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** A directive of the committee as it stood when the report was presented. */
export interface DirectiveStanding extends Pick<Directive, 'id' | 'number' | 'text' | 'unit' | 'due' | 'state' | 'doneAt' | 'evidence'> {
  readonly overdue: boolean;
}

/** What the committee is told of its earlier directives: those that are open, and those done since the report before. By number. */
export function directivesSince(directives: readonly Directive[], { since, today, calendar }: { readonly since: Instant | null; readonly today: PlainDate; readonly calendar: Pick<WorkingCalendar, 'dueOn'> }): readonly DirectiveStanding[] {
  return directives.filter(({ state, doneAt }) => state === 'open' || since === null || (doneAt ?? 0) > since).toSorted((a, b) => a.number - b.number)
    .map((directive) => {
      const { id, number, text, unit, due, state, doneAt, evidence } = directive;
      return { id, number, text, unit, due, state, doneAt, evidence, overdue: isOverdue(directive, today, calendar) };
    });
}

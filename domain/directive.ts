import type { Instant, PlainDate } from './date.ts';
import type { Quarter } from './plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** `open` until its unit says that it is done, with what proves it. */
export const directiveStates = ['open', 'done'] as const;
export type DirectiveState = (typeof directiveStates)[number];

/** What the steering committee decided: words, the unit that answers for it, and by when. `number` counts within the cycle; `version` counts every change. */
export interface Directive {
  readonly id: string;
  readonly cycle: string;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly unit: string;
  readonly due: PlainDate;
  /** The quarter whose report it was decided on, if on one. */
  readonly quarter: Quarter | null;
  /** The target it is about, if about one. */
  readonly target: string | null;
  readonly state: DirectiveState;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly doneAt: Instant | null;
  /** What was done, and where it can be seen. */
  readonly evidence: string | null;
}

export const directiveNoteKinds = ['progress', 'done', 'revision'] as const;
export type DirectiveNoteKind = (typeof directiveNoteKinds)[number];

/** Something said of a directive after it was decided: progress, done, or another date or unit with the reason. */
export interface DirectiveNote {
  readonly directive: string;
  readonly kind: DirectiveNoteKind;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
}

/** What a list of directives is asked for. */
export const directiveFilters = ['open', 'overdue', 'done'] as const;
export type DirectiveFilter = (typeof directiveFilters)[number];

/** A date that is no working day ends with the next one. */
export function isOverdue({ state, due }: Pick<Directive, 'state' | 'due'>, today: PlainDate, calendar: Pick<WorkingCalendar, 'dueOn'>): boolean {
  return state === 'open' && calendar.dueOn(due) < today;
}

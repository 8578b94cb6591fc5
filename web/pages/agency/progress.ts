import type { SubmissionContent } from '../../../domain/submission.ts';
import { formSections, type FormSection } from './form/field.ts';
import { sectionKeys } from './form/fields.ts';

/** How much of a page of the form is filled in. */
export interface Progress {
  readonly section: FormSection;
  readonly filled: number;
  readonly total: number;
  /** `none`: there is nothing to fill in. */
  readonly state: 'none' | 'empty' | 'begun' | 'full';
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** What counts as filled in, thing by thing. */
const things = {
  general: ({ symbol, focalPoint }) => [isGiven(symbol), focalPoint !== null],
  targets: (content) => (content.kind === 'plan'
    ? content.targets.map(({ value, notApplicable }) => isGiven(value) || isGiven(notApplicable))
    : content.targets.map(({ numerator, denominator, value, answer, notApplicable }) => isGiven(value) || isGiven(answer) || isGiven(notApplicable) || (isGiven(numerator) && isGiven(denominator)))),
  tasks: (content) => (content.kind === 'plan' ? content.tasks.map(({ words, start, due }) => isGiven(words) && isGiven(start) && isGiven(due)) : content.tasks.map(({ status }) => isGiven(status))),
  budget: (content) => (content.kind === 'plan' ? content.budget.map(({ name, total }) => isGiven(name) && isGiven(total)) : content.spending.map(({ spent }) => isGiven(spent))),
  narrative: (content) => sectionKeys(content).map((key) => isGiven(content.sections[key])),
} as const satisfies Readonly<Record<FormSection, (content: SubmissionContent) => readonly boolean[]>>;

export function progressOf(content: SubmissionContent): readonly Progress[] {
  return formSections.map((section) => {
    const all = things[section](content);
    const filled = all.filter(Boolean).length;
    return { section, filled, total: all.length, state: stateOf(filled, all.length) };
  });
}

function stateOf(filled: number, total: number): Progress['state'] {
  if (total === 0) return 'none';
  return filled === total ? 'full' : filled > 0 ? 'begun' : 'empty';
}

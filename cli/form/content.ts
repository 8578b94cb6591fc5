import type { FocalPoint, PlanContent, ReportContent, SubmissionContent } from '../../domain/submission.ts';
import type { Form } from './schema.ts';

/**
 * The content that a form holds: what may be left out and is blank is left out, lists that are blank are empty. Rows keep their places, so that a
 * pointer into the content is one into the form.
 */
export function contentOf(form: Form): SubmissionContent {
  const head = { ...form, focalPoint: focalPointOf(form.focalPoint), sections: form.sections ?? {} };
  if (form.kind === 'plan') {
    const tasks = (form.tasks ?? []).map((task) => ({ ...task, words: task.words ?? '', lead: task.lead ?? '', origin: task.origin ?? 'own' }));
    const budget = (form.budget ?? []).map((line) => ({ ...line, name: line.name ?? '', amounts: line.amounts ?? {} }));
    return filled({ ...head, targets: form.targets ?? [], tasks, budget }) as PlanContent;
  }
  return filled({ ...head, targets: form.targets ?? [], tasks: (form.tasks ?? []).map(withoutBlankDay), spending: form.spending ?? [] }) as ReportContent;
}

/** `doneOn` is a day or left out. */
function withoutBlankDay<Row extends { readonly doneOn?: string | null }>({ doneOn, ...row }: Row): object {
  return doneOn == null ? row : { ...row, doneOn };
}

function focalPointOf(given: Form['focalPoint']): FocalPoint | null {
  const { name, email, phone } = given ?? {};
  if (name === undefined && email === undefined && phone === undefined) return null;
  return { name: name ?? '', ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
}

const listsThatMayBeMissing: ReadonlySet<string> = new Set(['evidence', 'coordinating']);

/** Without undefined fields, without help, and without the lists of a row that are blank. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, member]) => member !== undefined && key !== '$help' && !(member === null && listsThatMayBeMissing.has(key)));
  return Object.fromEntries(kept.map(([key, member]) => [key, filled(member)]));
}

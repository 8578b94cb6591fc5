import type { SubmissionContent } from '../../../../domain/submission.ts';
import type { FormSection } from './field.ts';

const keys = ['id', 'target', 'task', 'line'] as const;

/** The name that a place of the content has on the form: `/targets/3/numerator` is `targets.ct-04-1.numerator`. A place without a field is its row, or its list. */
export function fieldAt(content: SubmissionContent, pointer: string): string {
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const names: string[] = [];
  let node: unknown = content;
  for (const step of steps) {
    const entry = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined;
    names.push(Array.isArray(node) ? keyOf(entry) ?? step : step);
    node = entry;
  }
  return names.join('.');
}

function keyOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  // A budget line names its task too: the id goes first.
  const name = keys.find((key) => typeof (entry as Record<string, unknown>)[key] === 'string');
  return name && String((entry as Record<string, unknown>)[name]);
}

const sections: Readonly<Record<string, FormSection>> = {
  targets: 'targets', tasks: 'tasks', budget: 'budget', budgetTotal: 'budget', budgetTotalInWords: 'budget', spending: 'budget', sections: 'narrative',
};

/** The page of the form that holds a field. */
export const sectionOf = (field: string): FormSection => sections[field.split('.')[0] ?? ''] ?? 'general';

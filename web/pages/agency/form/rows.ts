import { randomBytes } from 'node:crypto';
import type { BudgetLine, PlanContent, SubmissionContent, UnitTask } from '../../../../domain/submission.ts';
import { one, type Fields } from '../../../http/form.ts';
import { shownBefore, textOf, type EditFault } from './edits.ts';
import type { Field } from './field.ts';
import type { LeafContext } from './leaf.ts';

/** A row's id says nothing, so that two people who add one at the same time add two. */
const newId = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

export function emptyTask(unit: string): UnitTask {
  return { id: newId('nv'), words: '', lead: unit, start: null, due: null, origin: 'own' };
}

export function emptyLine(over: Partial<BudgetLine> = {}): BudgetLine {
  return { id: newId('kp'), name: '', aspect: 'recurrent', amounts: {}, total: null, ...over };
}

export interface RowChange {
  readonly content: SubmissionContent;
  readonly faults: readonly EditFault[];
  /** The row to go on with. */
  readonly anchor?: string;
}

/** What the buttons of a list do: `add:tasks`, `add:budget`, `remove:tasks:<id>`, `remove:budget:<id>`. Tasks that the plan gives stay. */
export function changeRows(content: SubmissionContent, typed: Fields, fields: readonly Field[], context: LeafContext): RowChange {
  const [verb, list, id = ''] = one(typed, 'do').split(':');
  if (content.kind !== 'plan' || (list !== 'tasks' && list !== 'budget')) return { content, faults: [] };
  if (verb === 'add') return added(content, list);
  if (verb !== 'remove' || !content[list].some((row) => row.id === id)) return { content, faults: [] };
  if (list === 'tasks' && content.tasks.some((task) => task.id === id && task.origin === 'plan')) return { content, faults: [{ field: `tasks.${id}`, code: 'given-task', figures: {} }] };
  const was = shownBefore(typed) ?? {};
  const isMoved = fields.some((field) => field.name.startsWith(`${list}.${id}.`) && (was[field.name] ?? '') !== textOf(content, field, context) && one(typed, field.name) !== textOf(content, field, context).trim());
  if (isMoved) return { content, faults: [{ field: `${list}.${id}`, code: 'row-changed', figures: {} }] };
  return { content: { ...content, [list]: content[list].filter((row) => row.id !== id) }, faults: [], anchor: list };
}

function added(content: PlanContent, list: 'tasks' | 'budget'): RowChange {
  if (list === 'tasks') {
    const row = emptyTask(content.unit);
    return { content: { ...content, tasks: [...content.tasks, row] }, faults: [], anchor: `tasks.${row.id}` };
  }
  const row = emptyLine();
  return { content: { ...content, budget: [...content.budget, row] }, faults: [], anchor: `budget.${row.id}` };
}

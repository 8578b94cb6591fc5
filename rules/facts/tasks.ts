import type { UnitTask } from '../../domain/submission.ts';
import type { Placed } from './context.ts';
import { date, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

/** A task of a unit's plan and its place there. */
export type PlacedTask = Placed<UnitTask>;

export const tasks: ScopeItems<PlacedTask> = {
  scope: 'tasks',
  items: ({ plan }) => placed(plan?.tasks),
  origins: ({ index }) => ({ item: `/tasks/${index}` }),
};

/** What a task says of itself, and the year that it has to fit into. */
export const taskFacts = family<PlacedTask>({
  scope: 'tasks',
  stages: ['plan'],
  facts: {
    'task.id': text('mã nhiệm vụ', 'the id of the task', ['item/id'], ({ entry }) => entry.id),
    'task.isRepeated': yesNo('mã nhiệm vụ bị trùng', 'whether the task id is used twice', ['item/id'], ({ entry, index }, { plan }) => isRepeated(plan?.tasks, index, entry.id, ({ id }) => id)),
    'task.words': text('nội dung nhiệm vụ', 'the words of the task', ['item/words'], ({ entry }) => entry.words),
    'task.output': text('sản phẩm', 'the output', ['item/output'], ({ entry }) => entry.output),
    'task.origin': text('nguồn của nhiệm vụ', 'where the task comes from', ['item/origin'], ({ entry }) => entry.origin),
    'task.start': date('ngày bắt đầu', 'the start date', ['item/start'], ({ entry }) => entry.start),
    'task.due': date('ngày hoàn thành', 'the due date', ['item/due'], ({ entry }) => entry.due),
    'task.isDueAsGiven': yesNo('hạn đúng như kế hoạch giao', 'whether the due date is the one that the plan gives', ['item/due', 'plan/tasks'],
      ({ entry }, { input }) => entry.origin === 'plan' && entry.due !== null && input.plan.tasks.some(({ id, due }) => id === entry.id && due === entry.due)),
    'task.yearStart': date('ngày đầu năm kế hoạch', 'the first day of the plan year', ['plan/year'], (_, { input }) => `${input.plan.year}-01-01`),
    'task.yearEnd': date('ngày cuối năm kế hoạch', 'the last day of the plan year', ['plan/year'], (_, { input }) => `${input.plan.year}-12-31`),
  },
});

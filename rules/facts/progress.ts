import type { TaskProgress, TaskStatus } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { FactContext, Placed } from './context.ts';
import { date, number, oneOf, percent, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

type Progress = Placed<TaskProgress>;

/** What a report says about the tasks of the approved plan. */
export const progress: ScopeItems<Progress> = {
  scope: 'progress',
  items: ({ report }) => placed(report?.tasks),
  origins: ({ index, entry }, { approvedTasks, previousProgress }) => ({
    item: `/tasks/${index}`,
    task: `approved-plan:/tasks/${approvedTasks.get(entry.task)?.index ?? ''}`,
    before: `previous-report:/tasks/${previousProgress.get(entry.task)?.index ?? ''}`,
  }),
};

const statusNames = {
  'not-started': { vi: 'chưa thực hiện', en: 'not started' }, 'in-progress': { vi: 'đang thực hiện', en: 'in progress' },
  done: { vi: 'đã hoàn thành', en: 'done' }, stopped: { vi: 'dừng', en: 'stopped' },
} as const satisfies Readonly<Record<TaskStatus, Bilingual>>;

const before = ({ entry }: Progress, { previousProgress }: FactContext): TaskProgress | undefined => previousProgress.get(entry.task)?.entry;

export const progressFacts = family<Progress>({
  scope: 'progress',
  stages: ['report'],
  facts: {
    'progress.task': text('mã nhiệm vụ', 'the id of the task', ['item/task'], ({ entry }) => entry.task),
    'progress.words': text('nội dung nhiệm vụ', 'the words of the task', ['task/words'], ({ entry }, { approvedTasks }) => approvedTasks.get(entry.task)?.entry.words ?? entry.task),
    'progress.isInPlan': yesNo('nhiệm vụ có trong kế hoạch đã duyệt', 'whether the approved plan has the task', ['item/task', 'approved/tasks'], ({ entry }, { input, approvedTasks }) => (input.history.approvedPlan ? approvedTasks.has(entry.task) : null)),
    'progress.isRepeated': yesNo('nhiệm vụ bị ghi lặp', 'whether the task is entered twice', ['item/task'], ({ entry, index }, { report }) => isRepeated(report?.tasks, index, entry.task, ({ task }) => task)),
    'progress.status': oneOf(statusNames, 'tình trạng', 'the status', ['item/status'], ({ entry }) => entry.status),
    'progress.percent': percent('tỷ lệ hoàn thành', 'the percentage done', ['item/percent'], ({ entry }) => entry.percent),
    'progress.doneOn': date('ngày hoàn thành', 'the day on which it was done', ['item/doneOn'], ({ entry }) => entry.doneOn),
    'progress.periodTo': date('ngày chốt số liệu của kỳ', 'the last day of the period', ['period/to'], (_, { input }) => input.period?.to),
    'progress.due': date('hạn trong kế hoạch', 'the due date in the plan', ['task/due'], ({ entry }, { approvedTasks }) => approvedTasks.get(entry.task)?.entry.due),
    'progress.isOverdue': yesNo('nhiệm vụ quá hạn', 'whether the task is overdue', ['task/due', 'period/to', 'item/status'], ({ entry }, { approvedTasks, input }) => {
      const due = approvedTasks.get(entry.task)?.entry.due;
      return due && input.period ? due <= input.period.to && entry.status !== 'done' && entry.status !== 'stopped' : null;
    }),
    'progress.hasComment': yesNo('có giải trình', 'whether there is a comment', ['item/comment'], ({ entry }) => Boolean(entry.comment?.trim())),
    'progress.evidenceCount': number('số minh chứng', 'the number of pieces of evidence', ['item/evidence'], ({ entry }) => (entry.evidence ?? []).filter((each) => each.trim() !== '').length),
    'progress.previousPercent': percent('tỷ lệ hoàn thành kỳ trước', 'the percentage done in the report before', ['before/percent'], (item, context) => before(item, context)?.percent),
    'progress.previousStatus': oneOf(statusNames, 'tình trạng kỳ trước', 'the status in the report before', ['before/status'], (item, context) => before(item, context)?.status),
  },
});

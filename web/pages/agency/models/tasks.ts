import { taskStatuses } from '../../../../domain/submission.ts';
import type { Visit } from '../../../http/page.ts';
import type { DraftHere } from '../draft-here.ts';

/** Tasks: in a plan as they are to be done, in a report how far they are. */
export function tasksModel({ t }: Visit, { content, background, units, unitName }: DraftHere) {
  if (content.kind === 'plan') {
    return {
      isReport: false, unitNames: [...units.values()].map(({ name }) => name),
      rows: content.tasks.map((task, index) => ({ id: task.id, field: `tasks.${task.id}`, number: index + 1, words: task.words, origin: task.origin, isOwn: task.origin !== 'plan', hasMore: Boolean(task.coordinating?.length) })),
    };
  }
  const planned = new Map((background.approvedPlan?.tasks ?? []).map((task) => [task.id, task]));
  const before = new Map((background.previousReport?.tasks ?? []).map((progress) => [progress.task, progress]));
  return {
    isReport: true, hasPlan: background.approvedPlan !== undefined, statuses: taskStatuses.map((status) => ({ value: status, text: t(`agency.status.${status}`) })),
    rows: content.tasks.map((progress, index) => {
      const task = planned.get(progress.task);
      const last = before.get(progress.task);
      return {
        id: progress.task, field: `tasks.${progress.task}`, number: index + 1, words: task?.words ?? progress.task, origin: task?.origin, due: task?.due, output: task?.output,
        lead: task && task.lead !== content.unit ? units.get(task.lead)?.name ?? task.lead : unitName,
        last: last?.status ? `${t(`agency.status.${last.status}`)}${typeof last.percent === 'number' ? `, ${last.percent}%` : ''}` : undefined,
      };
    }),
  };
}

import type { UnitTask } from '../../domain/submission.ts';
import type { Placed } from './context.ts';
import { text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { placed } from './lists.ts';

/** The tasks of the unit's approved plan, each of which a report tells of. */
export const approvedTasks: ScopeItems<Placed<UnitTask>> = {
  scope: 'approved-tasks',
  items: ({ input }) => placed(input.history.approvedPlan?.tasks),
  origins: ({ index }) => ({ approved: `approved-plan:/tasks/${index}`, tasks: '/tasks' }),
};

export const approvedTaskFacts = family<Placed<UnitTask>>({
  scope: 'approved-tasks',
  stages: ['report'],
  facts: {
    'approved.words': text('nội dung nhiệm vụ', 'the words of the task', ['approved/words'], ({ entry }) => entry.words),
    'approved.isReported': yesNo('nhiệm vụ có trong báo cáo', 'whether the report tells of the task', ['tasks'], ({ entry }, { report }) => (report?.tasks ?? []).some(({ task }) => task === entry.id)),
  },
});

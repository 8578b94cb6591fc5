import type { UnitTask } from '../../domain/submission.ts';
import type { Placed } from './context.ts';
import { date, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { placed } from './lists.ts';

/** The tasks of the unit's plan of the year before. */
export const lastYearTasks: ScopeItems<Placed<UnitTask>> = {
  scope: 'last-year-tasks',
  items: ({ input }) => placed(input.history.lastYearPlan?.tasks),
  origins: ({ index }) => ({ before: `last-year-plan:/tasks/${index}`, tasks: '/tasks' }),
};

const sameWords = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('vi') === b.trim().toLocaleLowerCase('vi');

/** A carried task is known by its id, its id behind its year (`2021-nv-01`), or its words. */
export const lastYearTaskFacts = family<Placed<UnitTask>>({
  scope: 'last-year-tasks',
  stages: ['plan'],
  facts: {
    'before.words': text('nội dung nhiệm vụ năm trước', 'the words of last year’s task', ['before/words'], ({ entry }) => entry.words),
    'before.due': date('hạn của nhiệm vụ năm trước', 'the due date of last year’s task', ['before/due'], ({ entry }) => entry.due),
    'before.runsOn': yesNo('nhiệm vụ năm trước còn hạn sang năm nay', 'whether last year’s task is due in this year or later', ['before/due'], ({ entry }, { input }) => (entry.due ? entry.due >= `${input.plan.year}-01-01` : null)),
    'before.isCarried': yesNo('nhiệm vụ được chuyển tiếp', 'whether the task is carried over', ['tasks'], ({ entry }, { plan, input }) => {
      const ids = [entry.id, `${input.plan.year - 1}-${entry.id}`];
      return (plan?.tasks ?? []).some(({ id, words }) => ids.includes(id) || sameWords(words, entry.words));
    }),
  },
});

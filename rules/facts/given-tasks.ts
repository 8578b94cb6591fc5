import { tasksOf } from '../../domain/applies.ts';
import type { PlanTask } from '../../domain/plan.ts';
import type { UnitTask } from '../../domain/submission.ts';
import type { Placed } from './context.ts';
import { date, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';

/** A task that the province's plan gives to the unit, and the unit's own entry for it. */
interface GivenTask {
  readonly given: PlanTask;
  readonly taken: Placed<UnitTask> | undefined;
}

export const givenTasks: ScopeItems<GivenTask> = {
  scope: 'given-tasks',
  items: ({ input, plan }) => tasksOf(input.plan, input.unit).map((given) => {
    const index = plan?.tasks.findIndex(({ id }) => id === given.id) ?? -1;
    const entry = plan?.tasks[index];
    return { given, taken: entry && { index, entry } };
  }),
  origins: ({ given, taken }, { input }) => ({ given: `plan:/tasks/${input.plan.tasks.indexOf(given)}`, item: taken ? `/tasks/${taken.index}` : '/tasks' }),
};

export const givenTaskFacts = family<GivenTask>({
  scope: 'given-tasks',
  stages: ['plan'],
  facts: {
    'given.words': text('nội dung nhiệm vụ tỉnh giao', 'the words of the task given by the province', ['given/words'], ({ given }) => given.words),
    'given.clause': text('điều khoản giao nhiệm vụ', 'the clause that gives the task', ['given/clause'], ({ given }) => given.clause),
    'given.isTaken': yesNo('nhiệm vụ có trong kế hoạch của đơn vị', 'whether the unit has taken the task into its plan', ['item'], ({ taken }) => taken !== undefined),
    'given.ownLead': text('đơn vị chủ trì đơn vị ghi', 'the lead unit that the unit enters', ['item/lead'], ({ taken }) => taken?.entry.lead),
    'given.leads': text('đơn vị chủ trì tỉnh giao', 'the lead units given by the province', ['given/lead'], ({ given }) => given.lead.join(', ')),
    'given.leadIsKept': yesNo('giữ đơn vị chủ trì tỉnh giao', 'whether the lead unit is one that the province gives', ['item/lead', 'given/lead'], ({ given, taken }) => (taken?.entry.lead ? given.lead.includes(taken.entry.lead) : null)),
    'given.due': date('hạn tỉnh giao', 'the due date given by the province', ['given/due'], ({ given }) => given.due),
    'given.ownDue': date('hạn đơn vị ghi', 'the due date that the unit enters', ['item/due'], ({ taken }) => taken?.entry.due),
  },
});

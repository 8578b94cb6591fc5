import type { TaskProgress } from '../../../domain/submission.ts';
import { aProgress } from '../../support/builders/report.ts';
import { afterReport, approvedPlan, checkOf, ofRule, reportOf, type Case } from './situation.ts';

const other = aProgress('nv-01');
const with_ = (over: Partial<TaskProgress>): Case[1] => checkOf(reportOf().withProgress(aProgress('r-01', over), other).build());
const then = (before: Partial<TaskProgress>, now: Partial<TaskProgress>): Case[1] =>
  afterReport(reportOf('Q1').withProgress(aProgress('r-01', before), other).build(), reportOf().withProgress(aProgress('r-01', now), other).build());
const done: Partial<TaskProgress> = { status: 'done', percent: 100, doneOn: '2022-06-01', evidence: ['12/BC-SA'] };
const at = (field: string): { at: string } => ({ at: `/tasks/0/${field}` });

/** The approved task is due on the day; the report of Q2 runs to 14 June. */
const due = (day: string, over: Partial<TaskProgress> = {}): Case[1] =>
  checkOf(reportOf().withProgress(aProgress('r-01', over), other).build(), { history: { approvedPlan: { ...approvedPlan, tasks: approvedPlan.tasks.map((task) => (task.id === 'r-01' ? { ...task, due: day } : task)) } } });

export const reportTaskSituations = [
  ...ofRule('progress-unknown-task', { found: [['a task that the approved plan lacks', checkOf(reportOf().withProgress(aProgress('r-99'), aProgress('r-01'), other).build()), at('task')]], fine: [['its tasks', with_({})]] }),
  ...ofRule('progress-repeated', { found: [['a task entered twice', checkOf(reportOf().withProgress(other, aProgress('r-01'), aProgress('r-01')).build()), { at: '/tasks/2/task' }]], fine: [['each once', with_({})]] }),
  ...ofRule('progress-without-status', { found: [['no status', with_({ status: null }), at('status')]], fine: [['a status', with_({})]] }),
  ...ofRule('done-without-evidence', { found: [['done without any', with_({ ...done, evidence: [] }), at('evidence')]], fine: [['done with one', with_(done)], ['half done without any', with_({})]] }),
  ...ofRule('done-without-date', { found: [['done on no day', with_({ status: 'done', percent: 100, evidence: ['a'] }), at('doneOn')]], fine: [['done on a day', with_(done)]] }),
  ...ofRule('done-after-period', { found: [['done the day after the cut-off', with_({ ...done, doneOn: '2022-06-15' }), at('doneOn')]], fine: [['done on the cut-off', with_({ ...done, doneOn: '2022-06-14' })]] }),
  ...ofRule('done-below-hundred', { found: [['done at 99 %', with_({ ...done, percent: 99 }), at('percent')]], fine: [['done at 100 %', with_(done)]] }),
  ...ofRule('hundred-but-not-done', { found: [['in progress at 100 %', with_({ percent: 100 }), at('status')]], fine: [['in progress at 99 %', with_({ percent: 99 })]] }),
  ...ofRule('not-started-with-progress', { found: [['not started at 1 %', with_({ status: 'not-started', percent: 1 }), at('percent')]], fine: [['not started at 0 %', with_({ status: 'not-started', percent: 0 })]] }),
  ...ofRule('progress-out-of-range', { found: [['101 % of a stopped task', with_({ status: 'stopped', percent: 101, comment: 'Dừng' }), at('percent')], ['-1 %', with_({ percent: -1 })]], fine: [['0 %', with_({ percent: 0 })], ['100 %', with_(done)]] }),
  ...ofRule('progress-falls', { found: [['49 % after 50 %', then({ percent: 50 }, { percent: 49 }), at('percent')]], fine: [['50 % after 50 %', then({ percent: 50 }, { percent: 50 })], ['49 % after 50 % with a comment', then({ percent: 50 }, { percent: 49, comment: 'Đổi phạm vi' })]] }),
  ...ofRule('done-reopened', { found: [['done, then in progress', then(done, { percent: 100 }), { ...at('status'), also: ['hundred-but-not-done'] }]], fine: [['done, then done', then(done, done)], ['done, then in progress, with a comment', then(done, { percent: 90, comment: 'Làm lại' })]] }),
  ...ofRule('stopped-without-reason', { found: [['stopped', with_({ status: 'stopped' }), at('comment')]], fine: [['stopped with a reason', with_({ status: 'stopped', comment: 'Theo công văn 12' })]] }),
  ...ofRule('overdue-without-reason', {
    found: [['due on the cut-off, half done', due('2022-06-14'), at('comment')]],
    fine: [['due the day after', due('2022-06-15')], ['due on the cut-off, with a comment', due('2022-06-14', { comment: 'Chờ vốn' })], ['due on the cut-off, done', due('2022-06-14', done)]],
  }),
  ...ofRule('approved-task-unreported', { found: [['one of two tasks is not told of', checkOf(reportOf().withProgress(other).build()), { at: '/tasks' }]], fine: [['both are', with_({})]] }),
];

import type { UnitTask } from '../../../domain/submission.ts';
import { aPlan, aPlanTask } from '../../support/builders/plan.ts';
import { aTask, aUnitPlan } from '../../support/builders/unit-plan.ts';
import { approvedPlan, checkOf, ofRule, unitPlan, type Case } from './situation.ts';

const given = aTask({ id: 'nv-01', origin: 'plan' });
const withTask = (over: Partial<UnitTask>): Case[1] => checkOf(unitPlan().withTasks(given, aTask(over)).build());
const at = (field: string): { at: string } => ({ at: `/tasks/1/${field}` });

const withoutOutput = (): UnitTask => {
  const { output: _, ...rest } = aTask();
  return rest;
};

const dueByNovember = aPlan().withTasks(aPlanTask({ due: '2022-11-30' })).build();
const takenBy = (due: string): Case[1] => checkOf(aUnitPlan({ plan: dueByNovember }).withTasks(aTask({ id: 'nv-01', origin: 'plan', due })).build(), { plan: dueByNovember });

const lastYearPlan = { ...approvedPlan, year: 2021, tasks: [aTask({ id: 'x-1', words: 'Việc kéo dài', due: '2022-03-31' })] };
const afterLastYear = (tasks: readonly UnitTask[]): Case[1] => checkOf(unitPlan().withTasks(given, ...tasks).build(), { history: { lastYearPlan } });

export const planTaskSituations = [
  ...ofRule('task-without-words', { found: [['blank words', withTask({ words: ' ' }), at('words')]], fine: [['words', withTask({})]] }),
  ...ofRule('task-without-due', { found: [['no due date', withTask({ due: null }), at('due')]], fine: [['a due date', withTask({})]] }),
  ...ofRule('task-due-before-start', {
    found: [['due the day before it starts', withTask({ start: '2022-05-02', due: '2022-05-01' }), at('due')]],
    fine: [['due on the day it starts', withTask({ start: '2022-05-01', due: '2022-05-01' })], ['no start', withTask({ start: null })]],
  }),
  ...ofRule('task-due-outside-year', {
    found: [['due on 1 January after the year', withTask({ due: '2023-01-01' }), at('due')], ['due on the last day before the year', withTask({ start: null, due: '2021-12-31' })]],
    fine: [['due on 31 December', withTask({ due: '2022-12-31' })], ['due on 1 January of the year', withTask({ start: null, due: '2022-01-01' })]],
  }),
  ...ofRule('task-start-after-year', {
    found: [['starts on 1 January after the year', withTask({ start: '2023-01-01', due: '2023-02-01' }), { ...at('start'), also: ['task-due-outside-year'] }]],
    fine: [['starts on 31 December', withTask({ start: '2022-12-31', due: '2022-12-31' })]],
  }),
  ...ofRule('task-without-lead', { found: [['no lead', withTask({ lead: '' }), at('lead')]], fine: [['a lead', withTask({})]] }),
  ...ofRule('task-lead-unknown', { found: [['a code that the register lacks', withTask({ lead: 'so-x' }), at('lead')]], fine: [['Sở B', withTask({ lead: 'so-b', coordinating: [] })]] }),
  ...ofRule('task-lead-closed', {
    found: [['a unit that closed the day before the task is due', withTask({ lead: 'so-cu', start: null, due: '2022-01-01' }), { ...at('lead'), also: ['task-lead-outside-cycle'] }]],
    fine: [['a unit that closes on the day', withTask({ lead: 'so-cu', start: null, due: '2021-12-31' }), { also: ['task-lead-outside-cycle', 'task-due-outside-year'] }]],
  }),
  ...ofRule('task-lead-outside-cycle', {
    found: [['a unit of the register that is not in the cycle', withTask({ lead: 'ubnd-tinh' }), at('lead')]],
    fine: [['a unit of the cycle', withTask({ lead: 'huyen-c' })]],
  }),
  ...ofRule('task-lead-also-coordinates', {
    found: [['Sở A leads and coordinates', withTask({ coordinating: ['so-b', 'so-a'] }), at('coordinating')]],
    fine: [['Sở B coordinates', withTask({ coordinating: ['so-b'] })], ['no one coordinates', withTask({ coordinating: [] })]],
  }),
  ...ofRule('task-coordinating-unknown', {
    found: [['a coordinating unit that the register lacks', withTask({ coordinating: ['so-b', 'so-x'] }), at('coordinating')]],
    fine: [['known ones', withTask({ coordinating: ['so-b', 'huyen-c'] })]],
  }),
  ...ofRule('task-repeated', {
    found: [['two tasks under one id', checkOf(unitPlan().withTasks(given, aTask(), aTask({ words: 'Việc khác' })).build()), { at: '/tasks/2/id' }]],
    fine: [['two tasks under two', checkOf(unitPlan().withTasks(given, aTask(), aTask({ id: 'r-02' })).build())]],
  }),
  ...ofRule('task-without-output', { found: [['no output', checkOf(unitPlan().withTasks(given, withoutOutput()).build()), at('output')]], fine: [['an output', withTask({})]] }),
  ...ofRule('given-task-missing', {
    found: [['the task that the province gives is not there', checkOf(unitPlan().withTasks(aTask()).build()), { at: '/tasks' }]],
    fine: [['it is', checkOf(unitPlan().build())]],
  }),
  ...ofRule('given-task-late', {
    found: [['a day later than the province asks', takenBy('2022-12-01'), { at: '/tasks/0/due' }]],
    fine: [['on the day', takenBy('2022-11-30')], ['where the province names no day', checkOf(unitPlan().build())]],
  }),
  ...ofRule('carried-task-dropped', {
    found: [['last year’s task that runs on is not there', afterLastYear([aTask()]), { at: '/tasks' }]],
    fine: [
      ['carried under its year', afterLastYear([aTask({ id: '2021-x-1', origin: 'carried' })])],
      ['carried in its words', afterLastYear([aTask({ id: 'y', words: 'việc kéo dài ' })])],
      ['due on the last day of last year', checkOf(unitPlan().build(), { history: { lastYearPlan: { ...lastYearPlan, tasks: [aTask({ id: 'x-1', words: 'Việc cũ', due: '2021-12-31' })] } } })],
    ],
  }),
];

import { applicableTargets } from './applies.ts';
import type { PlanPeriod, Plan, PlanTask, Target } from './plan.ts';
import type { BudgetLine, PlanContent, ReportContent, TargetCommitment, TargetFigure, TaskProgress, UnitTask } from './submission.ts';
import type { Unit } from './unit.ts';

/*
 * What a unit finds when it opens an empty form: its part of the province's plan and, where there is one, last year's.
 * Figures are never invented: what a unit must state itself is `null`.
 */

export interface LastYear {
  readonly plan?: PlanContent;
  /** The last report of that year: which tasks were done, which figures were reached. */
  readonly report?: ReportContent;
}

export function prefillPlan({ plan, unit, lastYear = {} }: { plan: Plan; unit: Unit; lastYear?: LastYear }): PlanContent {
  const given = plan.tasks.filter((task) => task.lead.includes(unit.code)).map((task) => givenTask(task, unit));
  const carried = openTasks(lastYear);
  return {
    kind: 'plan',
    unit: unit.code,
    plan: plan.id,
    year: plan.year,
    focalPoint: lastYear.plan?.focalPoint ?? null,
    sections: lastYear.plan?.sections ?? {},
    targets: applicableTargets(plan, unit).map((target) => commitment(target, lastYear.report)),
    tasks: [...given, ...carried],
    budget: openLines(lastYear, carried),
    budgetTotal: null,
  };
}

function commitment(target: Target, report: ReportContent | undefined): TargetCommitment {
  const last = report?.targets.find((figure) => figure.target === target.id);
  const beside = last && figureInWords(last);
  return { target: target.id, value: null, ...(beside === undefined ? {} : { comment: `Năm trước: ${beside}` }) };
}

function figureInWords({ numerator, denominator, value }: TargetFigure): string | undefined {
  if (typeof numerator === 'number' && typeof denominator === 'number') return `${numerator}/${denominator}`;
  return typeof value === 'number' ? String(value) : undefined;
}

function givenTask(task: PlanTask, unit: Unit): UnitTask {
  const coordinating = [...task.lead.filter((code) => code !== unit.code), ...(task.coordinating ?? [])];
  return {
    id: task.id,
    words: task.words,
    lead: unit.code,
    ...(coordinating.length > 0 ? { coordinating } : {}),
    ...(task.output === undefined ? {} : { output: task.output }),
    start: task.start ?? null,
    due: task.due ?? null,
    origin: 'plan',
  };
}

/** Ids of one year may mean something else in the next: what is carried over keeps its year in its id. */
const carriedId = (year: number, id: string): string => (/^20\d\d-/.test(id) ? id : `${year}-${id}`);

/** Last year's tasks that were neither done nor stopped, with their dates to be set anew. */
function openTasks({ plan, report }: LastYear): readonly UnitTask[] {
  if (!plan) return [];
  const ended = new Set((report?.tasks ?? []).filter(({ status }) => status === 'done' || status === 'stopped').map(({ task }) => task));
  return plan.tasks.filter(({ id }) => !ended.has(id)).map((task) => ({ ...task, id: carriedId(plan.year, task.id), start: null, due: null, origin: 'carried' as const }));
}

/** Budget lines of carried tasks, their amounts to be stated anew. */
function openLines({ plan }: LastYear, carried: readonly UnitTask[]): readonly BudgetLine[] {
  if (!plan) return [];
  return plan.budget.flatMap((line) => {
    const task = line.task === undefined ? undefined : carriedId(plan.year, line.task);
    return task !== undefined && carried.some(({ id }) => id === task) ? [{ ...line, id: carriedId(plan.year, line.id), task, amounts: {}, total: null }] : [];
  });
}

export function prefillReport({ plan, unit, period, approvedPlan, previous }: {
  plan: Plan;
  unit: Unit;
  period: PlanPeriod & { readonly id: string };
  approvedPlan?: PlanContent;
  /** The report of the quarter before. */
  previous?: ReportContent;
}): ReportContent {
  return {
    kind: 'report',
    unit: unit.code,
    plan: plan.id,
    year: plan.year,
    focalPoint: previous?.focalPoint ?? approvedPlan?.focalPoint ?? null,
    sections: {},
    period: period.id,
    figuresTo: period.to,
    targets: applicableTargets(plan, unit).map((target) => emptyFigure(target, previous)),
    tasks: (approvedPlan?.tasks ?? []).map((task) => progress(task, previous)),
    spending: (approvedPlan?.budget ?? []).map(({ id }) => ({ line: id, spent: null })),
  };
}

/** The denominator usually stays; what was reached must be stated anew. */
function emptyFigure(target: Target, previous: ReportContent | undefined): TargetFigure {
  const before = previous?.targets.find((figure) => figure.target === target.id);
  if (before?.notApplicable !== undefined) return { target: target.id, notApplicable: before.notApplicable };
  if (target.measure === 'ratio') return { target: target.id, numerator: null, denominator: before?.denominator ?? null };
  return target.measure === 'yes-no' ? { target: target.id, answer: null } : { target: target.id, value: null };
}

function progress(task: UnitTask, previous: ReportContent | undefined): TaskProgress {
  const before = previous?.tasks.find((each) => each.task === task.id);
  return before?.status === 'done' || before?.status === 'stopped' ? before : { task: task.id, status: null };
}

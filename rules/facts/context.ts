import type { CheckInput } from '../../domain/check.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { PlanContent, ReportContent, TargetFigure, TaskProgress, UnitTask, BudgetLine, BudgetSpent } from '../../domain/submission.ts';
import type { Target } from '../../domain/plan.ts';
import { applicableTargets } from '../../domain/applies.ts';

/** An entry and its place in the list that holds it. */
export interface Placed<Entry> {
  readonly index: number;
  readonly entry: Entry;
}

/** What fact calculators share: the input, and its lists by id. */
export interface FactContext {
  readonly input: CheckInput;
  readonly today: PlainDate;
  readonly plan: PlanContent | undefined;
  readonly report: ReportContent | undefined;
  readonly targets: ReadonlyMap<string, Placed<Target>>;
  /** The plan's targets that bind the unit. */
  readonly bound: readonly Target[];
  readonly boundIds: ReadonlySet<string>;
  readonly previousFigures: ReadonlyMap<string, Placed<TargetFigure>>;
  readonly previousProgress: ReadonlyMap<string, Placed<TaskProgress>>;
  readonly previousSpending: ReadonlyMap<string, Placed<BudgetSpent>>;
  readonly approvedTasks: ReadonlyMap<string, Placed<UnitTask>>;
  readonly approvedLines: ReadonlyMap<string, Placed<BudgetLine>>;
}

export function factContext(input: CheckInput): FactContext {
  const { content, plan, unit, history } = input;
  const { approvedPlan, previousReport } = history;
  const bound = applicableTargets(plan, unit);
  return {
    input,
    today: dateOf(input.at),
    plan: content.kind === 'plan' ? content : undefined,
    report: content.kind === 'report' ? content : undefined,
    targets: byId(plan.targets, ({ id }) => id),
    bound,
    boundIds: new Set(bound.map(({ id }) => id)),
    previousFigures: byId(previousReport?.targets, ({ target }) => target),
    previousProgress: byId(previousReport?.tasks, ({ task }) => task),
    previousSpending: byId(previousReport?.spending, ({ line }) => line),
    approvedTasks: byId(approvedPlan?.tasks, ({ id }) => id),
    approvedLines: byId(approvedPlan?.budget, ({ id }) => id),
  };
}

/** The first entry of each id: a second one is found by the rules on duplicates. */
function byId<Entry>(entries: readonly Entry[] | undefined, idOf: (entry: Entry) => string): ReadonlyMap<string, Placed<Entry>> {
  const found = new Map<string, Placed<Entry>>();
  entries?.forEach((entry, index) => {
    const id = idOf(entry);
    if (!found.has(id)) found.set(id, { index, entry });
  });
  return found;
}

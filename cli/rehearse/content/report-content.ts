import { quarters, type Plan, type Quarter, type Target } from '../../../domain/plan.ts';
import type { BudgetSpent, PlanContent, ReportContent, TargetFigure, TaskProgress } from '../../../domain/submission.ts';
import type { Character } from '../cast.ts';
import { randomFor } from '../random.ts';
import { figureOf, foreignReason, isForeign } from './figures.ts';
import { quarterWords, reportSections } from './sections.ts';

export interface ReportAuthor {
  readonly plan: Plan;
  readonly character: Pick<Character, 'unit' | 'ability'>;
  readonly quarter: Quarter;
  readonly seed: number;
  /** The unit's plan as it brought it in, for the money; absent when it brought none. */
  readonly ownPlan?: PlanContent;
}

/** The report that the unit's files bear out: the prefilled form, completed. */
export function fillReport(form: ReportContent, author: ReportAuthor): ReportContent {
  const { plan, character, quarter, ownPlan } = author;
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const done = quarters.indexOf(quarter) + 1;
  return {
    ...form,
    symbol: `${10 + done * 40}/BC-${character.unit.replaceAll('-', '').toUpperCase()}`,
    focalPoint: form.focalPoint ?? { name: 'Nguyễn Văn Mẫu', email: `${character.unit}@example.vn` },
    sections: reportSections(quarter),
    targets: form.targets.map((figure) => reported(figure, targets.get(figure.target), author)),
    tasks: form.tasks.map((task) => progressOf(task, author, done, form.figuresTo)),
    spending: form.spending.map((line) => spentOf(line, ownPlan, done)),
  };
}

/** The figure with its evidence. A weak unit has not collected all of its figures in time: those stay missing. */
function reported(figure: TargetFigure, target: Target | undefined, { character, quarter, seed }: ReportAuthor): TargetFigure {
  if (!target) return figure;
  if (isForeign(target, character.unit, seed)) return { target: target.id, notApplicable: foreignReason };
  const truth = figureOf(target, character, quarter, seed);
  const isUncollected = target.measure === 'ratio' && randomFor(seed, 'collected', target.id, character.unit, quarter)() > 0.93 + 0.07 * character.ability;
  if (isUncollected) return { target: target.id, numerator: null, denominator: truth.denominator ?? null, comment: 'Chưa tổng hợp xong số liệu' };
  return { ...truth, evidence: [`Phụ lục số liệu ${quarterWords[quarter]}, dòng “${target.name}”`] };
}

/** Tasks advance by the quarter; an able unit ends each in its own quarter, a weak one leaves some open. */
function progressOf(task: TaskProgress, { character, seed }: ReportAuthor, done: number, until: string | null): TaskProgress {
  if (task.status === 'done' || task.status === 'stopped') return task;
  const luck = randomFor(seed, 'task', character.unit, task.task)();
  const endsIn = luck < 0.25 + 0.5 * character.ability ? 2 + Math.floor(luck * 4) : 9;
  if (done >= endsIn) return { task: task.task, status: 'done', percent: 100, ...(until ? { doneOn: until } : {}), evidence: [`Biên bản nghiệm thu ${task.task}`] };
  return { task: task.task, status: 'in-progress', percent: Math.min(90, Math.round((done / Math.min(endsIn, 5)) * 80)), comment: 'Đang triển khai theo kế hoạch' };
}

function spentOf(line: BudgetSpent, ownPlan: PlanContent | undefined, done: number): BudgetSpent {
  const total = ownPlan?.budget.find((each) => each.id === line.line)?.total ?? 0;
  return { line: line.line, spent: Math.floor((total * Math.min(done, 4)) / 4 / 1000) * 1000 };
}

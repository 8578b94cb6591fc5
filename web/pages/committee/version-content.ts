import type { Plan } from '../../../domain/plan.ts';
import { fundingSources, type PlanContent, type ReportContent, type SubmissionContent } from '../../../domain/submission.ts';
import type { Visit } from '../../http/page.ts';
import { formats } from '../../view/formats.ts';
import { targetName } from './figure.ts';
import { typedWords } from './typed.ts';

/** A row of a submission's table: `at` is its JSON pointer, by which findings find it. */
export interface Line {
  readonly at: string;
  readonly id: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly isEmpty: boolean;
  readonly note: string | undefined;
  readonly evidence: readonly string[];
}

export interface ContentLines {
  readonly targets: readonly Line[];
  readonly tasks: readonly Line[];
  readonly money: readonly Line[];
  readonly totals: readonly string[];
  /** Unit of measure by target, for thresholds and gaps. */
  readonly units: ReadonlyMap<string, string>;
}

type Reader = Pick<Visit, 't' | 'language'>;

const line = (at: string, id: string, name: string, cells: readonly string[], more: Partial<Line> = {}): Line => ({ at, id, name, cells, isEmpty: false, note: undefined, evidence: [], ...more });

const unitsOf = (plan: Plan): ReadonlyMap<string, string> => new Map(plan.targets.map(({ id, unit }) => [id, unit]));

export function linesOfReport(content: ReportContent, plan: Plan, approved: SubmissionContent | undefined, reader: Reader): ContentLines {
  const { t, language } = reader;
  const format = formats(language);
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const own = approved?.kind === 'plan' ? approved : undefined;
  const tasks = new Map([...plan.tasks.map(({ id, words }) => [id, words] as const), ...(own?.tasks ?? []).map(({ id, words }) => [id, words] as const)]);
  const budget = new Map((own?.budget ?? []).map(({ id, name }) => [id, name]));
  return {
    targets: content.targets.map((figure, index) => {
      const target = targets.get(figure.target);
      const typed = typedWords(figure, target ?? { measure: 'count', unit: '' }, reader);
      const isEmpty = typed.parts.some((part) => part.isEmpty);
      return line(`/targets/${index}`, figure.target, target ? targetName(target, language) : figure.target, [typed.line], { isEmpty, note: figure.notApplicable ?? figure.comment, evidence: typed.evidence });
    }),
    tasks: content.tasks.map(({ task, status, percent, doneOn, comment, evidence = [] }, index) =>
      line(`/tasks/${index}`, task, tasks.get(task) ?? task, [status === null ? t('committee.leftEmpty') : t(`committee.taskStatus.${status}`), percent === null || percent === undefined ? '–' : format.percent(percent), format.date(doneOn)], { isEmpty: status === null, note: comment, evidence })),
    money: content.spending.map(({ line: id, spent }, index) => line(`/spending/${index}`, id, budget.get(id) ?? id, [spent === null ? t('committee.leftEmpty') : format.money(spent)], { isEmpty: spent === null })),
    totals: [], units: unitsOf(plan),
  };
}

export function linesOfPlan(content: PlanContent, plan: Plan, { t, language }: Reader): ContentLines {
  const format = formats(language);
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  return {
    targets: content.targets.map(({ target: id, value, notApplicable, comment }, index) => {
      const target = targets.get(id);
      const shown = notApplicable !== undefined ? t('standing.not-applicable') : value === null ? t('committee.leftEmpty') : target?.measure === 'yes-no' ? t(value === 1 ? 'committee.yes' : 'committee.no') : `${format.number(value)} ${target?.unit ?? ''}`;
      return line(`/targets/${index}`, id, target ? targetName(target, language) : id, [shown], { isEmpty: value === null && notApplicable === undefined, note: notApplicable ?? comment });
    }),
    tasks: content.tasks.map(({ id, words, start, due, output }, index) => line(`/tasks/${index}`, id, words, [format.date(start), format.date(due), output ?? '–'], { isEmpty: due === null })),
    money: content.budget.map(({ id, name, amounts, total }, index) => line(`/budget/${index}`, id, name, [...fundingSources.map((source) => format.money(amounts[source])), format.money(total)], { isEmpty: total === null })),
    totals: [format.money(content.budgetTotal), content.budgetTotalInWords ?? '–'], units: unitsOf(plan),
  };
}

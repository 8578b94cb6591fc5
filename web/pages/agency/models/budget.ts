import { amountInWords } from '../../../../api/use-cases/draft-background.ts';
import { dong, sumDong } from '../../../../domain/money.ts';
import { formatNumber } from '../../../../domain/numbers.ts';
import { fundingSources, type BudgetLine } from '../../../../domain/submission.ts';
import type { Language } from '../../../../domain/text.ts';
import type { Visit } from '../../../http/page.ts';
import type { DraftHere } from '../draft-here.ts';

const given = (values: readonly (number | null | undefined)[]): readonly number[] => values.filter((value) => typeof value === 'number');

/** The sum of what is there; undefined when nothing is, since missing is not zero. */
function sumOf(values: readonly (number | null | undefined)[]): number | undefined {
  const known = given(values);
  return known.length === 0 ? undefined : sumDong(known.map(dong));
}

const computed = ({ amounts }: Pick<BudgetLine, 'amounts'>): number | undefined => sumOf(fundingSources.map((source) => amounts[source]));

/** In million đồng, without the unit that the table's head gives. */
const inMillion = (amount: number | undefined, language: Language): string => (amount === undefined ? '–' : formatNumber({ units: BigInt(amount), scale: 6 }, language));

/** Money: a plan's lines by source with what they add up to, or what a report says was spent of each. */
export function budgetModel({ t, language }: Visit, { content, background }: DraftHere) {
  if (content.kind === 'report') {
    const lines = new Map((background.approvedPlan?.budget ?? []).map((line) => [line.id, line]));
    const before = new Map((background.previousReport?.spending ?? []).map(({ line, spent }) => [line, spent]));
    return {
      isReport: true, hasPlan: background.approvedPlan !== undefined, spent: sumOf(content.spending.map(({ spent }) => spent)), granted: sumOf([...lines.values()].map(({ total }) => total)),
      rows: content.spending.map(({ line, spent }) => {
        const total = lines.get(line)?.total ?? undefined;
        return { id: line, field: `spending.${line}`, name: lines.get(line)?.name ?? line, total, planned: inMillion(total, language), last: before.get(line) ?? undefined, share: typeof spent === 'number' && total ? (spent / total) * 100 : undefined };
      }),
    };
  }
  const total = sumOf(content.budget.map((line) => computed(line)));
  return {
    isReport: false, sources: fundingSources, budgetTotal: inMillion(content.budgetTotal ?? undefined, language),
    rows: content.budget.map((line, index) => ({ id: line.id, field: `budget.${line.id}`, number: index + 1, computed: inMillion(computed(line), language) })),
    sums: fundingSources.map((source) => inMillion(sumOf(content.budget.map(({ amounts }) => amounts[source])), language)),
    stated: inMillion(sumOf(content.budget.map((line) => line.total)), language), total: inMillion(total, language), words: total === undefined ? undefined : amountInWords(total),
    tasks: [{ value: '', text: t('agency.budget.noTask') }, ...content.tasks.map(({ id, words }) => ({ value: id, text: words === '' ? id : words.slice(0, 80) }))],
  };
}

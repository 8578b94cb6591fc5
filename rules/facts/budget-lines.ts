import { decimalToNumber, sumDecimals } from '../../domain/decimal.ts';
import { fundingSources, type BudgetLine, type FundingSource } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Placed } from './context.ts';
import { money, oneOf, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

type Line = Placed<BudgetLine>;

export const budgetLines: ScopeItems<Line> = {
  scope: 'budget',
  items: ({ plan }) => placed(plan?.budget),
  origins: ({ index }) => ({ item: `/budget/${index}` }),
};

/** The source that an aspect must not draw on: recurrent money builds nothing, investment money pays no running costs. */
const foreignSource = { investment: 'local-recurrent', recurrent: 'local-investment' } as const satisfies Readonly<Record<BudgetLine['aspect'], FundingSource>>;

const aspectNames = { investment: { vi: 'chi đầu tư', en: 'investment' }, recurrent: { vi: 'chi thường xuyên', en: 'recurrent expenditure' } } as const satisfies Readonly<Record<BudgetLine['aspect'], Bilingual>>;

function givenAmounts({ amounts }: BudgetLine): readonly number[] {
  return fundingSources.flatMap((source) => {
    const amount = amounts[source];
    return typeof amount === 'number' && Number.isFinite(amount) ? [amount] : [];
  });
}

/** All amounts that the line states, its total among them. */
function allAmounts(line: BudgetLine): readonly number[] {
  return typeof line.total === 'number' && Number.isFinite(line.total) ? [...givenAmounts(line), line.total] : givenAmounts(line);
}

function least(amounts: readonly number[]): number | undefined {
  return amounts.length > 0 ? Math.min(...amounts) : undefined;
}

/** Money in đồng. Sums are exact; a line without any source has no sum: missing, not zero. */
export const budgetLineFacts = family<Line>({
  scope: 'budget',
  stages: ['plan'],
  facts: {
    'line.id': text('mã hạng mục', 'the id of the line', ['item/id'], ({ entry }) => entry.id),
    'line.name': text('tên hạng mục', 'the name of the line', ['item/name'], ({ entry }) => entry.name),
    'line.isRepeated': yesNo('mã hạng mục bị trùng', 'whether the line id is used twice', ['item/id'], ({ entry, index }, { plan }) => isRepeated(plan?.budget, index, entry.id, ({ id }) => id)),
    'line.task': text('nhiệm vụ của hạng mục', 'the task of the line', ['item/task'], ({ entry }) => entry.task),
    'line.taskIsListed': yesNo('nhiệm vụ của hạng mục có trong kế hoạch', 'whether the plan has the task of the line', ['item/task'], ({ entry }, { plan }) => (entry.task ? (plan?.tasks ?? []).some(({ id }) => id === entry.task) : null)),
    'line.total': money('tổng của hạng mục', 'the total of the line', ['item/total'], ({ entry }) => entry.total),
    'line.sumOfSources': money('tổng các nguồn', 'the sum of the sources', ['item/amounts'], ({ entry }) => {
      const amounts = givenAmounts(entry);
      return amounts.length > 0 ? decimalToNumber(sumDecimals(amounts)) : null;
    }),
    'line.leastAmount': money('số tiền nhỏ nhất của hạng mục', 'the least amount of the line', ['item/amounts', 'item/total'], ({ entry }) => least(allAmounts(entry))),
    'line.leastAboveZero': money('số tiền dương nhỏ nhất của hạng mục', 'the least amount above zero', ['item/amounts', 'item/total'], ({ entry }) => least(allAmounts(entry).filter((amount) => amount > 0))),
    'line.isWholeDong': yesNo('số tiền là số đồng nguyên', 'whether all amounts are whole dong', ['item/amounts', 'item/total'], ({ entry }) => {
      const amounts = allAmounts(entry);
      return amounts.length > 0 ? amounts.every((amount) => Number.isSafeInteger(amount)) : null;
    }),
    'line.aspect': oneOf(aspectNames, 'loại chi', 'the kind of expenditure', ['item/aspect'], ({ entry }) => entry.aspect),
    'line.foreignAmount': money('số tiền lấy từ nguồn không đúng loại chi', 'the amount from a source that is not for this kind of expenditure', ['item/amounts'], ({ entry }) => entry.amounts[foreignSource[entry.aspect]]),
  },
});

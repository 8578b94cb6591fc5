import { decimalToNumber, subtractDecimals, sumDecimals } from '../../domain/decimal.ts';
import type { PlanContent } from '../../domain/submission.ts';
import { amountInWords, sameWords } from './amount-in-words.ts';
import { money, text, yesNo } from './define.ts';
import { family } from './family.ts';

const isGiven = (value: number | null): value is number => typeof value === 'number' && Number.isFinite(value);

/** The sum of the lines' totals; missing when one of them is. */
export function sumOfLines({ budget }: PlanContent): number | null {
  const totals = budget.map(({ total }) => total).filter(isGiven);
  return budget.length > 0 && totals.length === budget.length ? decimalToNumber(sumDecimals(totals)) : null;
}

/** The stated total of the budget, against its lines and against itself in words. */
export const budgetTotalFacts = family<PlanContent>({
  scope: 'document',
  stages: ['plan'],
  facts: {
    'budget.statedTotal': money('tổng kinh phí ghi trong kế hoạch', 'the stated total of the budget', ['content/budgetTotal'], ({ budgetTotal }) => budgetTotal),
    'budget.hasLines': yesNo('kế hoạch có hạng mục kinh phí', 'whether the plan has budget lines', ['content/budget'], ({ budget }) => budget.length > 0),
    'budget.sumOfLines': money('tổng cộng các hạng mục', 'the sum of the lines', ['content/budget'], sumOfLines),
    'budget.difference': money('chênh lệch', 'the difference', ['content/budgetTotal', 'content/budget'], (content) => {
      const sum = sumOfLines(content);
      return isGiven(content.budgetTotal) && sum !== null ? Math.abs(decimalToNumber(subtractDecimals(content.budgetTotal, sum))) : null;
    }),
    'budget.totalInWords': text('tổng kinh phí bằng chữ', 'the total in words', ['content/budgetTotalInWords'], ({ budgetTotalInWords }) => budgetTotalInWords),
    'budget.figureInWords': text('cách đọc tổng kinh phí bằng số', 'how the total reads in words', ['content/budgetTotal'], ({ budgetTotal }) => (isGiven(budgetTotal) ? amountInWords(budgetTotal) : null)),
    'budget.wordsAgree': yesNo('bằng chữ khớp bằng số', 'whether words and figures agree', ['content/budgetTotalInWords', 'content/budgetTotal'], ({ budgetTotal, budgetTotalInWords }) => {
      const read = isGiven(budgetTotal) ? amountInWords(budgetTotal) : undefined;
      return read !== undefined && budgetTotalInWords?.trim() ? sameWords(read, budgetTotalInWords) : null;
    }),
  },
});

import type { BudgetSpent } from '../../domain/submission.ts';
import type { Placed } from './context.ts';
import { money, text, yesNo } from './define.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

type Spent = Placed<BudgetSpent>;

/** Money spent since the start of the year, in đồng, by line of the approved budget. */
export const spending: ScopeItems<Spent> = {
  scope: 'spending',
  items: ({ report }) => placed(report?.spending),
  origins: ({ index, entry }, { approvedLines, previousSpending }) => ({
    item: `/spending/${index}`,
    line: `approved-plan:/budget/${approvedLines.get(entry.line)?.index ?? ''}`,
    before: `previous-report:/spending/${previousSpending.get(entry.line)?.index ?? ''}`,
  }),
};

export const spendingFacts = family<Spent>({
  scope: 'spending',
  stages: ['report'],
  facts: {
    'spent.line': text('mã hạng mục', 'the id of the line', ['item/line'], ({ entry }) => entry.line),
    'spent.name': text('tên hạng mục', 'the name of the line', ['line/name'], ({ entry }, { approvedLines }) => approvedLines.get(entry.line)?.entry.name ?? entry.line),
    'spent.isInPlan': yesNo('hạng mục có trong kế hoạch đã duyệt', 'whether the approved plan has the line', ['item/line', 'approved/budget'], ({ entry }, { input, approvedLines }) => (input.history.approvedPlan ? approvedLines.has(entry.line) : null)),
    'spent.isRepeated': yesNo('hạng mục bị ghi lặp', 'whether the line is entered twice', ['item/line'], ({ entry, index }, { report }) => isRepeated(report?.spending, index, entry.line, ({ line }) => line)),
    'spent.amount': money('số đã chi', 'the amount spent', ['item/spent'], ({ entry }) => entry.spent),
    'spent.aboveZero': money('số đã chi', 'the amount spent', ['item/spent'], ({ entry }) => (typeof entry.spent === 'number' && entry.spent > 0 ? entry.spent : null)),
    'spent.budget': money('kinh phí được duyệt', 'the approved amount', ['line/total'], ({ entry }, { approvedLines }) => approvedLines.get(entry.line)?.entry.total),
    'spent.previous': money('số đã chi kỳ trước', 'the amount spent in the report before', ['before/spent'], ({ entry }, { previousSpending }) => previousSpending.get(entry.line)?.entry.spent),
  },
});

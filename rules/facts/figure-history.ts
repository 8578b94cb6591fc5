import { ratioOf, type Ratio } from '../../domain/ratio.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { number, ratio, yesNo } from './define.ts';
import { family } from './family.ts';
import { isGiven, riseOf, shareOf } from './figure-math.ts';
import { measureOf, type PlacedFigure } from './figures.ts';

/** Shares of few things jump by themselves: below this denominator a jump says nothing. */
const enoughToTell = 20;

const before = ({ entry }: PlacedFigure, { previousFigures }: FactContext): TargetFigure | undefined => previousFigures.get(entry.target)?.entry;

/** The part of a figure that only grows through the year: a ratio's numerator, a count, an amount. Ranks and answers have none. */
function cumulative(figure: TargetFigure | undefined, measure: ReturnType<typeof measureOf>): number | null | undefined {
  if (measure === 'ratio') return figure?.numerator;
  return measure === 'count' || measure === 'amount' ? figure?.value : undefined;
}

function rise(figure: PlacedFigure, context: FactContext): Ratio | undefined {
  const earlier = before(figure, context);
  const [now, then] = [shareOf(figure.entry), earlier && shareOf(earlier)];
  return now && then && Math.min(now.denominator, then.denominator) >= enoughToTell ? riseOf(now, then) : undefined;
}

/** A figure beside the same figure of the report before. Missing without one. */
export const figureHistoryFacts = family<PlacedFigure>({
  scope: 'figures',
  stages: ['report'],
  facts: {
    'figure.cumulative': number('số lũy kế kỳ này', 'the cumulative figure', ['item/numerator', 'item/value'], (figure, context) => cumulative(figure.entry, measureOf(figure, context))),
    'figure.previousCumulative': number('số lũy kế kỳ trước', 'the cumulative figure of the report before', ['before/numerator', 'before/value'], (figure, context) => cumulative(before(figure, context), measureOf(figure, context))),
    'figure.previousDenominator': number('mẫu số kỳ trước', 'the denominator of the report before', ['before/denominator'], (figure, context) => before(figure, context)?.denominator),
    'figure.denominatorChange': ratio('mẫu số kỳ này so với kỳ trước', 'the denominator against the report before', ['item/denominator', 'before/denominator'], (figure, context) => {
      const then = before(figure, context)?.denominator;
      return isGiven(then) && then >= enoughToTell ? ratioOf(figure.entry.denominator, then) : null;
    }),
    'figure.previousShare': ratio('tỷ lệ kỳ trước', 'the percentage of the report before', ['before/numerator', 'before/denominator'], (figure, context) => {
      const earlier = before(figure, context);
      return earlier && shareOf(earlier);
    }),
    'figure.rise': ratio('mức tăng so với kỳ trước', 'the rise since the report before', ['item/numerator', 'item/denominator', 'before/numerator', 'before/denominator'], rise),
    'figure.previousAnswer': yesNo('câu trả lời kỳ trước', 'the answer of the report before', ['before/answer'], (figure, context) => before(figure, context)?.answer),
  },
});

import { isTelling } from '../../domain/figure-marks.ts';
import { ratioOf, type Ratio } from '../../domain/ratio.ts';
import type { ReportContent, TargetFigure } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { number, ratio, text } from './define.ts';
import { family } from './family.ts';
import { isGiven } from './figure-math.ts';

/*
 * Habits that only show over many figures. Small figures repeat and are round by chance, so figures below `largeEnough` do
 * not count, and with fewer than `enoughFigures` of the others there is nothing to say: missing.
 */
const largeEnough = 20;
const enoughFigures = 5;

type Pair = readonly [now: TargetFigure, before: TargetFigure];

const isSame = ([now, before]: Pair): boolean => now.numerator === before.numerator && now.denominator === before.denominator && now.value === before.value;

/** Figures that both reports have and that are large enough to change from quarter to quarter. */
function comparable({ targets }: ReportContent, { previousFigures }: FactContext): readonly Pair[] {
  return targets.flatMap((now): Pair[] => {
    const before = previousFigures.get(now.target)?.entry;
    return before && isTelling(now) && isTelling(before) ? [[now, before]] : [];
  });
}

function similarity(content: ReportContent, context: FactContext): Ratio | undefined {
  const pairs = comparable(content, context);
  return pairs.length >= enoughFigures ? ratioOf(pairs.filter(isSame).length, pairs.length) : undefined;
}

function roundShare({ targets }: ReportContent): Ratio | undefined {
  const numbers = targets.flatMap(({ numerator, denominator, value }) => [numerator, denominator, value].filter(isGiven)).filter((each) => each >= largeEnough);
  return numbers.length >= 2 * enoughFigures ? ratioOf(numbers.filter((each) => each % 10 === 0).length, numbers.length) : undefined;
}

export const reportHabitFacts = family<ReportContent>({
  scope: 'document',
  stages: ['report'],
  facts: {
    'report.similarity': ratio('tỷ lệ số liệu giống hệt kỳ trước', 'the share of figures identical to the report before', ['content/targets', 'previous/targets'], similarity),
    'report.neighbour': text('đơn vị có số liệu giống', 'the unit with the same figures', ['neighbours'], (_, { input }) => input.history.neighbour && (input.units.get(input.history.neighbour.unit)?.name ?? input.history.neighbour.unit)),
    'report.neighbourLikeness': ratio('tỷ lệ số liệu giống hệt đơn vị khác', 'the share of figures identical to another unit’s', ['content/targets', 'neighbours'], (_, { input: { history: { neighbour } } }) =>
      (neighbour && neighbour.compared >= enoughFigures ? ratioOf(neighbour.same, neighbour.compared) : null)),
    'report.neighbourFigures': number('số số liệu so sánh được', 'the number of figures compared', ['content/targets'], (_, { input }) => input.history.neighbour?.compared),
    'report.comparedFigures': number('số chỉ tiêu so sánh được', 'the number of figures compared', ['content/targets', 'previous/targets'], (content, context) => comparable(content, context).length),
    'report.roundShare': ratio('tỷ lệ số tròn chục', 'the share of figures that end in 0', ['content/targets'], roundShare),
  },
});

import type { TargetFigure } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { number, yesNo } from './define.ts';
import { family } from './family.ts';
import { isGiven, shareOf } from './figure-math.ts';
import { measureOf, type PlacedFigure } from './figures.ts';

/*
 * A decimal comma read as a thousands point, or the other way round: 1,234 becomes 1.234. The figure is then about a thousand
 * times, or a thousandth of, what stands beside it: the same figure of the report before, or what its own numerator and
 * denominator make. Real growth by that much within a quarter is not known.
 */
const thousand = 1000;
/** How far from exactly a thousand it may be, for what has changed meanwhile. */
const tolerance = 2;
/** Small counts may begin anywhere: below this the larger one says nothing. */
const largeEnough = 1000;

interface Beside {
  readonly now: number;
  readonly other: number;
}

function isThousandfold({ now, other }: Beside): boolean {
  const [less, more] = [Math.min(now, other), Math.max(now, other)];
  return less > 0 && more >= largeEnough && more * tolerance >= less * thousand && more <= less * thousand * tolerance;
}

function beside(now: number | null | undefined, other: number | null | undefined): readonly Beside[] {
  return isGiven(now) && isGiven(other) ? [{ now, other }] : [];
}

/** Everything that a figure can be held beside. */
function pairs(figure: PlacedFigure, context: FactContext): readonly Beside[] {
  const { entry } = figure;
  const before: TargetFigure | undefined = context.previousFigures.get(entry.target)?.entry;
  const share = measureOf(figure, context) === 'ratio' && isGiven(entry.value) ? shareOf(entry) : undefined;
  const stated = share && share.numerator > 0 ? beside(entry.value, (share.numerator * 100) / share.denominator) : [];
  return [...stated, ...beside(entry.numerator, before?.numerator), ...beside(entry.denominator, before?.denominator), ...beside(entry.value, before?.value)];
}

const off = (figure: PlacedFigure, context: FactContext): Beside | undefined => pairs(figure, context).find(isThousandfold);

const hasBeside = ({ entry: { target, value } }: PlacedFigure, { previousFigures }: FactContext): boolean => isGiven(value) || previousFigures.has(target);

const from = ['item/numerator', 'item/denominator', 'item/value', 'before/numerator', 'before/denominator', 'before/value'] as const;

export const figureScaleFacts = family<PlacedFigure>({
  scope: 'figures',
  stages: ['report'],
  facts: {
    'figure.isThousandfold': yesNo('số liệu lệch nghìn lần', 'whether a figure is a thousand times off', from, (figure, context) => (hasBeside(figure, context) ? off(figure, context) !== undefined : null)),
    'figure.off': number('số liệu lệch', 'the figure that is off', from, (figure, context) => off(figure, context)?.now),
    'figure.offBeside': number('số liệu để so', 'the figure beside it', from, (figure, context) => off(figure, context)?.other),
  },
});

import type { Comparator } from '../../domain/plan.ts';
import { difference, numeratorNeeded, percentShown } from '../exact.ts';
import type { Figure } from './figure.ts';

export interface Change {
  /** `more`: add to the figure; `fewer`: take away; `exactly`: make it the bar. */
  readonly direction: 'more' | 'fewer' | 'exactly';
  /** How many, in the numerator's unit for a ratio, else in the target's. */
  readonly by: number;
  /** What the figure (for a ratio: the numerator) becomes. */
  readonly to: number;
}

/** How far the figure is from the bar, in the target's unit; above zero for a figure that does not pass. */
export function gapTo(figure: Figure, bar: number): number | undefined {
  if (figure.kind === 'none') return undefined;
  const value = figure.kind === 'ratio' ? percentShown(figure.ratio, bar) : figure.value;
  return value === undefined ? undefined : difference(value, bar);
}

/** The smallest change that passes; undefined when no change of the figure alone does (a ratio that cannot be hit exactly). */
export function smallestChange(figure: Figure, comparator: Comparator, bar: number): Change | undefined {
  if (figure.kind === 'none') return undefined;
  const [from, to] = figure.kind === 'ratio'
    ? [figure.ratio.numerator, numeratorNeeded(figure.ratio.denominator, bar, comparator)]
    : [figure.value, neededValue(comparator, bar)];
  if (to === undefined) return undefined;
  const direction = comparator === 'equal' ? 'exactly' : to > from ? 'more' : 'fewer';
  return { direction, by: difference(from, to), to };
}

/** The nearest value that passes; past a bar that is not reached itself, the next whole one. */
function neededValue(comparator: Comparator, bar: number): number {
  if (comparator === 'more-than') return Math.floor(bar) + 1;
  if (comparator === 'less-than') return Math.ceil(bar) - 1;
  return bar;
}

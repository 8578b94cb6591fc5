import {
  compareDecimals, decimal, decimalToString, divideDown, divideRounded, divideUp, isWhole, multiplyDecimals, type DecimalLike, type Order,
} from './decimal.ts';
import { formatNumber } from './numbers.ts';
import type { Comparator } from './plan.ts';
import type { Language } from './text.ts';

/** A share that keeps what it was computed from. The denominator is above zero; the numerator may exceed it. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** Undefined (no data) when a part is missing or not finite, or the denominator is zero or less. */
export function ratioOf(numerator: number | null | undefined, denominator: number | null | undefined): Ratio | undefined {
  if (!isGiven(numerator) || !isGiven(denominator) || denominator <= 0) return undefined;
  return { numerator, denominator };
}

function isGiven(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Where the ratio stands to a threshold in percent, exactly: numerator × 100 against threshold × denominator. */
export function compareRatio(ratio: Ratio, thresholdPercent: DecimalLike): Order | undefined {
  if (!ratioOf(ratio.numerator, ratio.denominator)) return undefined;
  return compareDecimals(multiplyDecimals(ratio.numerator, 100), multiplyDecimals(thresholdPercent, ratio.denominator));
}

const passes = {
  'at-least': (order) => order >= 0,
  'at-most': (order) => order <= 0,
  'more-than': (order) => order > 0,
  'less-than': (order) => order < 0,
  equal: (order) => order === 0,
} as const satisfies Readonly<Record<Comparator, (order: Order) => boolean>>;

/** Whether a value that stands in `order` to its threshold satisfies the comparator. */
export function isOrderMet(order: Order, comparator: Comparator): boolean {
  return passes[comparator](order);
}

/** For counts, amounts and ranks, exactly. */
export function isValueMet(value: DecimalLike, comparator: Comparator, threshold: DecimalLike): boolean {
  return isOrderMet(compareDecimals(value, threshold), comparator);
}

/** `no-data` is neither met nor missed. */
export function ratioOutcome(ratio: Ratio | undefined, comparator: Comparator, thresholdPercent: DecimalLike): 'met' | 'not-met' | 'no-data' {
  const order = ratio && compareRatio(ratio, thresholdPercent);
  if (order === undefined) return 'no-data';
  return isOrderMet(order, comparator) ? 'met' : 'not-met';
}

/** The percentage as a decimal string, halves rounded up, for display: `86.36`. Undefined without data. */
export function percentOf(ratio: Ratio, places = 2): string | undefined {
  if (!ratioOf(ratio.numerator, ratio.denominator)) return undefined;
  return decimalToString(divideRounded(multiplyDecimals(ratio.numerator, 100), ratio.denominator, places), places);
}

/**
 * As `percentOf`, with as many decimals more as it takes not to look equal to a threshold that it differs from:
 * 6999/10000 against 70 is `69.99`, and 69999/100000 is `69.999`, not `70.00`.
 */
export function percentBeside(ratio: Ratio, thresholdPercent: DecimalLike): string | undefined {
  const order = compareRatio(ratio, thresholdPercent);
  if (order === undefined) return undefined;
  for (let places = 2; ; places += 1) {
    const shown = percentOf(ratio, places);
    if (shown === undefined || places >= maxShownPlaces || compareDecimals(shown, thresholdPercent) === order) return shown;
  }
}

const maxShownPlaces = 15;

/** `86,36%` in Vietnamese, `86.36%` in English; undefined without data. */
export function formatPercent(ratio: Ratio, language: Language, besideThreshold?: DecimalLike): string | undefined {
  const shown = besideThreshold === undefined ? percentOf(ratio) : percentBeside(ratio, besideThreshold);
  return shown === undefined ? undefined : `${formatNumber(shown, language, 2)}%`;
}

/**
 * The whole numerator nearest to failing that still passes: the smallest for `at-least` and `more-than`, the largest
 * for `at-most` and `less-than`, the exact one for `equal`. It may exceed the denominator (a threshold above 100).
 * Undefined when no whole numerator ≥ 0 passes, or the denominator is no data.
 */
export function numeratorNeededFor(denominator: number, thresholdPercent: DecimalLike, comparator: Comparator): number | undefined {
  if (!ratioOf(0, denominator)) return undefined;
  const bound = multiplyDecimals(thresholdPercent, denominator);
  const needed = neededNumerators[comparator](bound);
  if (needed === undefined) return undefined;
  return needed >= 0n && needed <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(needed) : undefined;
}

const atLeastZero = (value: bigint): bigint => (value < 0n ? 0n : value);

/** From threshold × denominator, which numerator × 100 is held against. */
const neededNumerators = {
  'at-least': (bound) => atLeastZero(divideUp(bound, 100)),
  'more-than': (bound) => atLeastZero(divideDown(bound, 100) + 1n),
  'at-most': (bound) => divideDown(bound, 100),
  'less-than': (bound) => divideUp(bound, 100) - 1n,
  equal: (bound) => (isWhole(multiplyDecimals(bound, decimal('0.01'))) ? divideDown(bound, 100) : undefined),
} as const satisfies Readonly<Record<Comparator, (bound: DecimalLike) => bigint | undefined>>;

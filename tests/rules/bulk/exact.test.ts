import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatio } from '../../../domain/ratio.ts';
import { orderAgainst } from '../../../rules/bulk/exact.ts';
import { orderOfRatio } from '../../../rules/exact.ts';

const seed = 2022;

/** Thresholds of real plans, decimals, and the ends. */
const thresholds = [0, 0.1, 1, 12.5, 33.33, 45, 50, 58, 65, 66.67, 70, 85, 90, 97, 97.5, 99.99, 100, 120];

/** numerator × 100 × 10⁴ against (percent × 10⁴) × denominator in whole numbers: percentages here have at most two decimals. */
function orderInWholes(numerator: number, denominator: number, percent: number): number {
  const difference = BigInt(numerator) * 1_000_000n - BigInt(Math.round(percent * 10_000)) * BigInt(denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

describe('a ratio against a threshold', () => {
  it('29 of 50 is 58 %, which dividing in binary misses', () => {
    expect((29 / 50) * 100 >= 58).toBe(false);
    expect(orderAgainst(58)({ numerator: 29, denominator: 50 })).toBe(0);
  });

  it.each(thresholds)('is exact for every n of d up to 240, at %d %%', (percent) => {
    const orderOf = orderAgainst(percent);
    const wrong: string[] = [];
    for (let denominator = 1; denominator <= 240; denominator += 1) {
      for (let numerator = 0; numerator <= denominator + 1; numerator += 1) {
        const expected = orderInWholes(numerator, denominator, percent);
        if (orderOf({ numerator, denominator }) !== expected || orderOfRatio({ numerator, denominator }, percent) !== expected) wrong.push(`${numerator}/${denominator}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(thresholds)('at, one below and one above the threshold, at the end of what a double holds, at %d %%', (percent) => {
    const orderOf = orderAgainst(percent);
    const denominators = [10_000, 9_007_199_254_740_000, 90_071_992_547_400, 900_719_925_470_000, 2 ** 46 * 100];
    for (const denominator of denominators) {
      const exact = Number((BigInt(Math.round(percent * 10_000)) * BigInt(denominator)) / 1_000_000n);
      for (const numerator of [exact - 1, exact, exact + 1]) expect(orderOf({ numerator, denominator })).toBe(orderInWholes(numerator, denominator, percent));
    }
  });

  it('says what exact decimals say, for any numbers at all', () => {
    const figure = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, 1e23, 0.1, 12.5, -0, Number.MAX_SAFE_INTEGER, 2 ** 60));
    const percent = fc.oneof(fc.constantFrom(...thresholds), fc.integer({ min: -200, max: 200 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(fc.property(figure, figure, percent, (numerator, denominator, against) => {
      expect(orderAgainst(against)({ numerator, denominator })).toBe(compareRatio({ numerator, denominator }, against) ?? Number.NaN);
    }), { seed, numRuns: 4_000 });
  });

  it.each([[1, 0], [0, 0], [1, -5], [Number.NaN, 3], [1, Number.NaN], [Number.POSITIVE_INFINITY, 1]])('%d of %d is no data: it stands nowhere', (numerator, denominator) => {
    expect(orderAgainst(58)({ numerator, denominator })).toBeNaN();
    expect(orderAgainst(Number.NaN)({ numerator: 1, denominator: 2 })).toBeNaN();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, decimalToNumber, subtractDecimals } from '../../domain/decimal.ts';
import { comparators } from '../../domain/plan.ts';
import { compareRatio, numeratorNeededFor, percentBeside } from '../../domain/ratio.ts';
import { difference, numeratorNeeded, orderOfRatio, percentShown } from '../../rules/exact.ts';

const seed = 2022;
const whole = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const figure = fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: fc.integer({ min: -500, max: 500 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 99_999 }).map((n) => n / 100) });
const denominator = figure.filter((d) => d > 0);
const percent = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 12_000 }).map((n) => n / 100));

describe('the quick ways agree with the exact ones', () => {
  it('in comparing a ratio', () => {
    fc.assert(fc.property(figure, denominator, percent, (n, d, p) => orderOfRatio({ numerator: n, denominator: d }, p) === compareRatio({ numerator: n, denominator: d }, p)), { seed, numRuns: 2000 });
  });

  it('at the very edge, where n / d * 100 misses', () => {
    for (let d = 1; d <= 200; d += 1) {
      for (const p of [33, 45, 50, 58, 65, 70, 85, 90, 97, 100]) {
        const needed = numeratorNeeded(d, p, 'at-least') ?? 0;
        expect(orderOfRatio({ numerator: needed, denominator: d }, p)).toBeGreaterThanOrEqual(0);
        expect(orderOfRatio({ numerator: needed - 1, denominator: d }, p)).toBe(-1);
      }
    }
  });

  it('in the percentage shown: two decimals, more only beside a threshold that it would look equal to', () => {
    fc.assert(fc.property(figure.filter((n) => n >= 0), denominator, percent, (n, d, p) => {
      const shown = percentShown({ numerator: n, denominator: d }, p);
      expect(shown).toBe(Number(percentBeside({ numerator: n, denominator: d }, p)));
    }), { seed, numRuns: 2000 });
  });

  it('in the numerator needed', () => {
    fc.assert(fc.property(denominator, percent, fc.constantFrom(...comparators), (d, p, comparator) => numeratorNeeded(d, p, comparator) === numeratorNeededFor(d, p, comparator)), { seed, numRuns: 2000 });
  });

  it('in differences', () => {
    fc.assert(fc.property(figure, fc.oneof(figure, percent), (a, b) => {
      const exact = subtractDecimals(a, b);
      expect(compareDecimals(difference(a, b), Math.abs(decimalToNumber(exact)))).toBe(0);
    }), { seed, numRuns: 2000 });
  });
});

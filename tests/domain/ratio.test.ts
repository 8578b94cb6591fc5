import { describe, expect, it } from 'vitest';
import { comparators } from '../../domain/plan.ts';
import { compareRatio, formatPercent, isValueMet, numeratorNeededFor, percentBeside, percentOf, ratioOf, ratioOutcome } from '../../domain/ratio.ts';

const ratio = (numerator: number, denominator: number): { numerator: number; denominator: number } => ({ numerator, denominator });

describe('a ratio and its threshold', () => {
  it('29 of 50 is 58 percent, although 29 / 50 * 100 is less in binary', () => {
    expect((29 / 50) * 100).toBeLessThan(58);
    expect(compareRatio(ratio(29, 50), 58)).toBe(0);
    expect(ratioOutcome(ratio(29, 50), 'at-least', 58)).toBe('met');
    expect(ratioOutcome(ratio(28, 50), 'at-least', 58)).toBe('not-met');
    expect(ratioOutcome(ratio(29, 50), 'more-than', 58)).toBe('not-met');
  });

  it('compares exactly for every n/d up to 200 and every whole threshold', () => {
    for (let d = 1; d <= 200; d += 1) {
      for (let n = 0; n <= d; n += 1) {
        for (let threshold = 0; threshold <= 100; threshold += 1) {
          const order = compareRatio(ratio(n, d), threshold);
          if (order !== Math.sign(n * 100 - threshold * d)) throw new Error(`${n}/${d} against ${threshold} gave ${String(order)}`);
        }
      }
    }
  }, 120_000);

  it('takes thresholds and figures with decimals', () => {
    expect(compareRatio(ratio(1, 8), 12.5)).toBe(0);
    expect(compareRatio(ratio(1, 3), '33.3333')).toBe(1);
    expect(compareRatio(ratio(0.29, 0.5), 58)).toBe(0);
    expect(compareRatio(ratio(9_007_199_254_740_991, 9_007_199_254_740_990), 100)).toBe(1);
  });

  it('knows each comparator at, under and over the threshold', () => {
    const answers = comparators.map((comparator) => [comparator, ...[69, 70, 71].map((n) => ratioOutcome(ratio(n, 100), comparator, 70) === 'met')]);
    expect(answers).toEqual([
      ['at-least', false, true, true], ['at-most', true, true, false], ['more-than', false, false, true], ['less-than', true, false, false], ['equal', false, true, false],
    ]);
  });

  it('compares counts and amounts too', () => {
    expect(isValueMet(0.3, 'equal', '0.30')).toBe(true);
    expect(isValueMet(9, 'at-least', 10)).toBe(false);
    expect(isValueMet(10, 'at-least', 10)).toBe(true);
  });
});

describe('missing data', () => {
  it.each([[null, 5], [5, null], [undefined, 5], [5, 0], [0, 0], [5, -1], [Number.NaN, 5], [5, Infinity]])('%s of %s is no data, never met', (numerator, denominator) => {
    expect(ratioOf(numerator, denominator)).toBeUndefined();
    for (const comparator of comparators) expect(ratioOutcome(ratioOf(numerator, denominator), comparator, 0)).toBe('no-data');
  });

  it('holds for a ratio built by hand as well', () => {
    for (const bad of [ratio(0, 0), ratio(5, 0), ratio(Number.NaN, 3)]) {
      expect(compareRatio(bad, 0)).toBeUndefined();
      expect(ratioOutcome(bad, 'at-least', 0)).toBe('no-data');
      expect(percentOf(bad)).toBeUndefined();
      expect(formatPercent(bad, 'vi')).toBeUndefined();
    }
  });

  it('is not zero', () => {
    expect(ratioOf(0, 5)).toEqual({ numerator: 0, denominator: 5 });
    expect(ratioOutcome(ratioOf(0, 5), 'at-most', 0)).toBe('met');
  });
});

describe('shown', () => {
  it.each([[19, 22, '86.36'], [1, 3, '33.33'], [2, 3, '66.67'], [1, 1, '100.00'], [1, 16, '6.25'], [1, 32, '3.13'], [0, 7, '0.00'], [3, 2, '150.00']])('%d of %d is %s', (n, d, shown) => {
    expect(percentOf(ratio(n, d))).toBe(shown);
  });

  it('in each language', () => {
    expect(formatPercent(ratio(19, 22), 'vi')).toBe('86,36%');
    expect(formatPercent(ratio(19, 22), 'en')).toBe('86.36%');
    expect(formatPercent(ratio(1500, 1), 'vi')).toBe('150.000,00%');
  });

  it('never looks equal to a threshold that it misses', () => {
    expect(percentBeside(ratio(69_999, 100_000), 70)).toBe('69.999');
    expect(percentBeside(ratio(7, 10), 70)).toBe('70.00');
    expect(percentBeside(ratio(29, 50), 58)).toBe('58.00');
    expect(percentBeside(ratio(33, 100), 33)).toBe('33.00');
    expect(formatPercent(ratio(699_999, 1_000_000), 'vi', 70)).toBe('69,9999%');
  });
});

describe('the smallest change that would pass', () => {
  it.each([
    [50, 58, 'at-least', 29], [50, 58, 'more-than', 30], [22, 97, 'at-least', 22], [3, 70, 'at-least', 3], [10, 70, 'at-least', 7], [10, 70, 'more-than', 8],
    [10, 35, 'at-most', 3], [10, 30, 'at-most', 3], [10, 30, 'less-than', 2], [10, 35, 'less-than', 3], [10, 30, 'equal', 3], [10, 35, 'equal', undefined],
    [10, 0, 'at-least', 0], [10, 0, 'less-than', undefined], [10, 120, 'at-least', 12], [0, 50, 'at-least', undefined], [8, 12.5, 'equal', 1], [10, -5, 'at-most', undefined],
  ] as const)('of %d against %d %s is %s', (denominator, threshold, comparator, needed) => {
    expect(numeratorNeededFor(denominator, threshold, comparator)).toBe(needed);
  });

  it('passes, and the one just beyond it fails', () => {
    for (let d = 1; d <= 60; d += 1) {
      for (let threshold = 0; threshold <= 100; threshold += 1) {
        for (const [comparator, step] of [['at-least', -1], ['more-than', -1], ['at-most', 1], ['less-than', 1]] as const) {
          const needed = numeratorNeededFor(d, threshold, comparator);
          if (needed === undefined) {
            expect([comparator, threshold]).toEqual(['less-than', 0]);
            continue;
          }
          const where = `${comparator} ${threshold} of ${d}: ${needed}`;
          if (ratioOutcome(ratio(needed, d), comparator, threshold) !== 'met') throw new Error(`${where} does not pass`);
          if (needed + step >= 0 && ratioOutcome(ratio(needed + step, d), comparator, threshold) === 'met') throw new Error(`${where} is not nearest`);
        }
      }
    }
  });
});

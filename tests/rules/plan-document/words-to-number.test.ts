import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from '../../../rules/facts/amount-in-words.ts';
import { amountOfWords } from '../../../rules/plan-document/read/words-to-number.ts';

describe('amounts in words', () => {
  it.each([
    ['Một tỷ, ba trăm bảy mươi bốn triệu, ba trăm lẻ sáu nghìn đồng', 1_374_306_000],
    ['Năm trăm năm mươi bảy triệu đồng', 557_000_000],
    ['Mười lăm đồng chẵn', 15],
    ['hai mươi mốt nghìn không trăm linh tư đồng', 21_004],
    ['một nghìn tỷ đồng', 1e12],
    ['bằng chữ sau', undefined],
  ])('%s', (words, amount) => {
    expect(amountOfWords(words)).toBe(amount);
  });

  it('reads every amount that the library writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_000_000_000_000 }), (amount) => {
      expect(amountOfWords(amountInWords(amount) ?? '')).toBe(amount);
    }), { seed: 20261121, numRuns: 500 });
  });
});

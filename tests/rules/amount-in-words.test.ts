import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, sameWords } from '../../rules/facts/amount-in-words.ts';

describe('an amount in words', () => {
  it.each([
    [1_158_000_000, 'Một tỷ một trăm năm mươi tám triệu đồng chẵn'],
    [25_015_000, 'hai mươi lăm triệu, không trăm mười lăm ngàn đồng ./.'],
    [105, 'Một trăm linh năm đồng'], [105, 'một trăm lẻ năm đồng'],
    [21_000_000, 'HAI MƯƠI MỐT TRIỆU ĐỒNG'], [24_000, 'hai mươi tư nghìn đồng'], [24_000, 'hai mươi bốn ngàn đồng'],
    [0, 'Không đồng'],
  ])('%d reads “%s”', (amount, words) => {
    expect(sameWords(amountInWords(amount) ?? '', words)).toBe(true);
    expect(sameWords(amountInWords(amount) ?? '', words.normalize('NFD'))).toBe(true);
  });

  it('two amounts never read the same', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 9_999 }).map((n) => n * 1_000_000), fc.integer({ min: 0, max: 99_999_999_999 }));
    fc.assert(fc.property(amount, amount, (a, b) => a === b || !sameWords(amountInWords(a) ?? '', amountInWords(b) ?? '')), { seed: 2022, numRuns: 3000 });
  });

  it('only whole amounts from 0 up are read', () => {
    expect([amountInWords(-1), amountInWords(1.5), amountInWords(Number.NaN)]).toEqual([undefined, undefined, undefined]);
  });
});

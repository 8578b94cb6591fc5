import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../domain/numbers.ts';

const seed = 20_230_120;

describe('written', () => {
  it.each<[string | number, string, string]>([
    [1234.5, '1.234,5', '1,234.5'], [0, '0', '0'], [-1234567, '-1.234.567', '-1,234,567'], [999, '999', '999'], [1000, '1.000', '1,000'], ['0.10', '0,1', '0.1'], [1e21, '1.000.000.000.000.000.000.000', '1,000,000,000,000,000,000,000'],
  ])('%s is %s in Vietnamese and %s in English', (value, vi, en) => {
    expect(formatNumber(value, 'vi')).toBe(vi);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('with at least the decimals asked for', () => {
    expect(formatNumber(86.3, 'vi', 2)).toBe('86,30');
    expect(formatNumber(86.365, 'vi', 2)).toBe('86,365');
  });
});

describe('typed by a person', () => {
  it.each([
    ['12', 12], ['1,5', 1.5], ['1.5', 1.5], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['1.234.567', 1_234_567], ['1,234,567', 1_234_567], ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1_234_567], ['  7 ', 7], ['-3,25', -3.25], ['\u22123', -3], ['+4', 4], ['1234.567', 1234.567], ['1234,567', 1234.567], ['0,125', 0.125], ['0.125', 0.125],
    ['12,3456', 12.3456], ['1.0000', 1], ['97,00', 97], ['007', 7],
  ])('%j means %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ value });
  });

  it.each([['1.234', 1234, 1.234], ['1,234', 1234, 1.234], ['-12,500', -12_500, -12.5], ['1.000', 1000, 1], ['999.999', 999_999, 999.999]])('%j is not guessed: %d or %d', (text, asThousands, asDecimal) => {
    expect(parseNumber(text)).toEqual({ problem: 'ambiguous', asThousands, asDecimal });
  });

  it('is not ambiguous once the notation is known', () => {
    expect(parseNumber('1.234', { writtenIn: 'vi' })).toEqual({ value: 1234 });
    expect(parseNumber('1.234', { writtenIn: 'en' })).toEqual({ value: 1.234 });
    expect(parseNumber('1,234', { writtenIn: 'vi' })).toEqual({ value: 1.234 });
    expect(parseNumber('1,234', { writtenIn: 'en' })).toEqual({ value: 1234 });
    expect(parseNumber('1.5', { writtenIn: 'vi' })).toEqual({ problem: 'not-a-number' });
  });

  it.each(['abc', '1.2.3', '1,23,456', '1.234.56', '12.34.567', '1,234,56.7', '1..5', '.5', '5.', '1 2', '12%', '5²', '½', '1e5', '--1', '١'])('%j is no number', (text) => {
    expect(parseNumber(text)).toEqual({ problem: 'not-a-number' });
  });

  it('is empty when there is nothing', () => {
    for (const text of ['', '   ', '\u00a0']) expect(parseNumber(text)).toEqual({ problem: 'empty' });
    expect(parseNumber(' % ', { suffix: '%' })).toEqual({ problem: 'empty' });
  });

  it('may carry its sign', () => {
    expect(parseNumber('86,36 %', { suffix: '%' })).toEqual({ value: 86.36 });
    expect(parseNumber('86,36%', { suffix: '%' })).toEqual({ value: 86.36 });
    expect(parseNumber('86,36', { suffix: '%' })).toEqual({ value: 86.36 });
  });

  it('is refused rather than rounded', () => {
    expect(parseNumber('9007199254740991')).toEqual({ value: 9_007_199_254_740_991 });
    expect(parseNumber('9007199254740993')).toEqual({ problem: 'too-long' });
    expect(parseNumber('0,1234567890123456789')).toEqual({ problem: 'too-long' });
    expect(parseNumber('9'.repeat(40))).toEqual({ problem: 'too-long' });
    expect(parseNumber('9'.repeat(100_000))).toEqual({ problem: 'too-long' });
  });
});

it('reads back what it wrote, in each language', () => {
  fc.assert(fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(1, 10, 100, 1000), fc.constantFrom('vi' as const, 'en' as const), (units, divisor, language) => {
    const value = units / divisor + 0;
    expect(parseNumber(formatNumber(value, language), { writtenIn: language })).toEqual({ value });
  }), { seed, numRuns: 500 });
});

it('never answers two values for one text, whichever notation it is tried in', () => {
  const text = fc.array(fc.constantFrom('0', '1', '2', '5', '.', ',', ' '), { minLength: 1, maxLength: 10 }).map((signs) => signs.join(''));
  fc.assert(fc.property(text, (typed) => {
    const [vi, en, either] = [parseNumber(typed, { writtenIn: 'vi' }), parseNumber(typed, { writtenIn: 'en' }), parseNumber(typed)];
    const values = new Set([vi, en].flatMap((entry) => ('value' in entry ? [entry.value] : [])));
    if (values.size === 2) expect(either).toMatchObject({ problem: 'ambiguous' });
    else if (values.size === 1) expect(either).toEqual({ value: [...values][0] });
    else expect(either).toHaveProperty('problem');
  }), { seed, numRuns: 2000 });
});

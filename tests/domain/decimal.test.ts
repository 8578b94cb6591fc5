import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals, compareDecimals, decimal, decimalToNumber, decimalToString, divideDown, divideRounded, divideUp, isWhole, multiplyDecimals, parseDecimal,
  subtractDecimals, sumDecimals,
} from '../../domain/decimal.ts';

const seed = 20_221_220;

describe('reading', () => {
  it.each([['0.1', '0.1'], ['-12.50', '-12.5'], ['+7', '7'], ['007', '7'], ['-0', '0'], ['1e-7', '0.0000001'], ['1.5E3', '1500'], ['1e21', '1000000000000000000000'], ['100.000', '100']])(
    '%s is %s', (text, shown) => {
      expect(decimalToString(text)).toBe(shown);
    },
  );

  it.each(['', ' 1', '1,5', '1.', '.5', '1e', '0x10', 'NaN', 'Infinity', '--1', '1_000', '1e9999'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow(RangeError);
  });

  it('takes 30 digits of text and not 31', () => {
    expect(decimalToString('9'.repeat(30))).toBe('9'.repeat(30));
    expect(parseDecimal('9'.repeat(31))).toBeUndefined();
    expect(parseDecimal(`0.${'0'.repeat(29)}1`)).toBeUndefined();
    expect(parseDecimal('1e30')).toBeUndefined();
  });

  it('takes every finite number and no other', () => {
    for (const value of [0.1, 1e-7, 1e300, 5e-324, Number.MAX_SAFE_INTEGER]) expect(decimalToNumber(value)).toBe(value);
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => decimal(value)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('is exact where binary numbers are not', () => {
    expect(decimalToString(addDecimals(0.1, 0.2))).toBe('0.3');
    expect(decimalToString(subtractDecimals(0.3, 0.1))).toBe('0.2');
    expect(decimalToString(multiplyDecimals(1.1, 1.1))).toBe('1.21');
    expect(decimalToString(sumDecimals([0.1, 0.2, '0.3', 4n]))).toBe('4.6');
    expect(compareDecimals('0.30', 0.3)).toBe(0);
    expect(compareDecimals('0.30000000000000000000000000001', '0.3')).toBe(1);
  });

  it.each([[7, 2, 3n, 4n], [-7, 2, -4n, -3n], [7, -2, -4n, -3n], [-7, -2, 3n, 4n], [6, 2, 3n, 3n], [-6, 2, -3n, -3n], [0.3, 0.1, 3n, 3n], [0.29, 0.1, 2n, 3n], [0, 5, 0n, 0n]])(
    '%d ÷ %d lies between %d and %d', (a, b, down, up) => {
      expect(divideDown(a, b)).toBe(down);
      expect(divideUp(a, b)).toBe(up);
    },
  );

  it.each([[1, 8, 2, '0.13'], [-1, 8, 2, '-0.13'], [2, 3, 2, '0.67'], [1, 3, 2, '0.33'], [10, 2, 2, '5'], [1, 2, 0, '1'], [1, -8, 2, '-0.13']])('%d ÷ %d to %d decimals is %s', (a, b, places, shown) => {
    expect(decimalToString(divideRounded(a, b, places))).toBe(shown);
  });

  it('does not divide by zero', () => {
    for (const divide of [divideDown, divideUp]) expect(() => divide(1, 0)).toThrow(RangeError);
    expect(() => divideRounded(1, '0.0', 2)).toThrow(RangeError);
  });

  it('tells whole numbers', () => {
    expect([isWhole('12.0'), isWhole('0'), isWhole(1e21), isWhole('12.5'), isWhole(-0.1)]).toEqual([true, true, true, false, false]);
  });

  it('pads decimals when asked', () => {
    expect([decimalToString('86.3', 2), decimalToString('86', 2), decimalToString('86.365', 2), decimalToString('-0.5')]).toEqual(['86.30', '86.00', '86.365', '-0.5']);
  });
});

const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 });
const asText = (value: number): string => `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;

it('agrees with integer arithmetic on hundredths', () => {
  fc.assert(fc.property(hundredths, hundredths, (a, b) => {
    const [x, y] = [asText(a), asText(b)];
    expect(compareDecimals(x, y)).toBe(Math.sign(a - b));
    expect(decimalToNumber(multiplyDecimals(addDecimals(x, y), 100))).toBe(a + b);
    expect(decimalToNumber(multiplyDecimals(subtractDecimals(x, y), 100)) + 0).toBe(a - b);
    expect(decimalToNumber(multiplyDecimals(multiplyDecimals(x, y), 10_000))).toBe(a * b + 0);
    if (b !== 0) {
      expect(Number(divideDown(x, y))).toBe(Math.floor(a / b) + 0);
      expect(Number(divideUp(x, y))).toBe(Math.ceil(a / b) + 0);
    }
  }), { seed, numRuns: 500 });
});

it('writes what it reads', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    expect(Number(decimalToString(value))).toBe(value + 0);
  }), { seed });
});

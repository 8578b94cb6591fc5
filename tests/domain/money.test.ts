import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDong, dong, dongFrom, formatMoney, isDong, moneyUnits, parseMoney, parseMoneyUnit, sumDong } from '../../domain/money.ts';

const seed = 20_230_320;

describe('đồng are whole', () => {
  it('and exact', () => {
    expect(dong(1_248_500_000)).toBe(1_248_500_000);
    for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => dong(value)).toThrow(RangeError);
    expect(isDong('5')).toBe(false);
  });

  it('so is their sum, or it is refused', () => {
    expect(sumDong([])).toBe(0);
    expect(sumDong([dong(1), dong(2), dong(-5)])).toBe(-2);
    expect(addDong(dong(Number.MAX_SAFE_INTEGER), dong(0))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => addDong(dong(Number.MAX_SAFE_INTEGER), dong(1))).toThrow(RangeError);
    const big = dong(Number.MAX_SAFE_INTEGER);
    expect(sumDong([big, big, dong(-Number.MAX_SAFE_INTEGER)])).toBe(big);
  });

  it('a printed figure in its unit is exact or refused', () => {
    expect(dongFrom(1248.5, 'triệu đồng')).toEqual({ value: 1_248_500_000 });
    expect(dongFrom(339.495, 'tỷ đồng')).toEqual({ value: 339_495_000_000 });
    expect(dongFrom(1.1, 'tỷ đồng')).toEqual({ value: 1_100_000_000 });
    expect(dongFrom(0.5, 'đồng')).toEqual({ problem: 'not-whole-dong' });
    expect(dongFrom(1.2345678, 'triệu đồng')).toEqual({ problem: 'not-whole-dong' });
    expect(dongFrom(1e10, 'tỷ đồng')).toEqual({ problem: 'too-large' });
    expect(dongFrom(Number.NaN, 'đồng')).toEqual({ problem: 'not-a-number' });
  });
});

describe('amounts as people write them', () => {
  it.each([
    ['1.248,5 triệu đồng', 1_248_500_000], ['1,248.5 triệu đồng', 1_248_500_000], ['1.234.567 đồng', 1_234_567], ['1,234,567đ', 1_234_567], ['1.234 đồng', 1234], ['1,234 VND', 1234],
    ['1.000 đồng', 1000], ['557 triệu đồng', 557_000_000], ['7,71 tỷ', 7_710_000_000], ['7.71 tỉ đồng', 7_710_000_000], ['339.495.000.000 đồng', 339_495_000_000], ['50 nghìn đồng', 50_000],
    ['50 ngàn', 50_000], ['VND 1,248.5 million', 1_248_500_000], ['VND 1,234', 1234], ['₫1.234.567', 1_234_567], ['1 158 500 đồng', 1_158_500], ['  2.430,0  Triệu  Đồng ', 2_430_000_000],
    ['-5 triệu', -5_000_000], ['0 đồng', 0], ['1.2345 triệu đồng', 1_234_500],
  ])('%j is %d đồng', (text, value) => {
    expect(parseMoney(text)).toEqual({ value });
  });

  it('reads decomposed Vietnamese too', () => {
    expect(parseMoney('1.248,5 triệu đồng'.normalize('NFD'))).toEqual({ value: 1_248_500_000 });
  });

  it('takes the unit of the column', () => {
    expect(parseMoney('1.158', { unit: 'triệu đồng', writtenIn: 'vi' })).toEqual({ value: 1_158_000_000 });
    expect(parseMoney('1,158', { unit: 'triệu đồng', writtenIn: 'vi' })).toEqual({ value: 1_158_000 });
    expect(parseMoney('1158', { unit: 'triệu đồng' })).toEqual({ value: 1_158_000_000 });
    expect(parseMoney('1.158', { unit: 'đồng' })).toEqual({ value: 1158 });
    expect(parseMoney('1.248,5 triệu đồng', { unit: 'triệu đồng' })).toEqual({ value: 1_248_500_000 });
  });

  it('never guesses between 1.158 and 1,158', () => {
    for (const text of ['1.158', '1,158', '1.158 triệu đồng']) {
      expect(parseMoney(text, { unit: 'triệu đồng' })).toEqual({ problem: 'ambiguous', asThousands: 1_158_000_000, asDecimal: 1_158_000 });
    }
    expect(parseMoney('1,234 nghìn đồng')).toEqual({ problem: 'ambiguous', asThousands: 1_234_000, asDecimal: 1234 });
  });

  it.each([
    ['', 'empty'], ['  ', 'empty'], ['năm triệu', 'not-a-number'], ['triệu đồng', 'not-a-number'], ['1.2.3 đồng', 'not-a-number'], ['1.234', 'unit-missing'], ['5 USD', 'unknown-unit'], ['5 constructor', 'unknown-unit'],
    ['1 triệu 500 nghìn', 'unknown-unit'], ['1,5 đồng', 'not-whole-dong'], ['1,2345678 triệu đồng', 'not-whole-dong'], ['10.000.000.000 tỷ', 'too-large'], [`${'9'.repeat(50)} đồng`, 'too-large'],
  ])('%j is refused as %s', (text, problem) => {
    expect(parseMoney(text)).toEqual({ problem });
  });

  it('refuses another unit than the column has', () => {
    expect(parseMoney('5 tỷ', { unit: 'triệu đồng' })).toEqual({ problem: 'unit-mismatch', written: 'tỷ đồng', expected: 'triệu đồng' });
  });
});

it.each([['(triệu đồng)', 'triệu đồng'], ['ĐVT: 1.000 đồng', 'nghìn đồng'], ['Đơn vị tính: Tỉ đồng', 'tỷ đồng'], ['(ĐVT: triệu đồng)', 'triệu đồng'], ['VNĐ', 'đồng'], ['%', undefined], ['toString', undefined]])(
  'the heading %j names %s', (text, unit) => {
    expect(parseMoneyUnit(text)).toBe(unit);
  },
);

it('writes amounts in each language', () => {
  expect(formatMoney(dong(1_248_500_000), 'vi', 'triệu đồng')).toBe('1.248,5 triệu đồng');
  expect(formatMoney(dong(1_234_567), 'vi')).toBe('1.234.567 đồng');
  expect(formatMoney(dong(1_248_500_000), 'en', 'triệu đồng')).toBe('VND 1,248.5 million');
  expect(formatMoney(dong(-1_234_567), 'en')).toBe('VND -1,234,567');
  expect(formatMoney(dong(1), 'vi', 'tỷ đồng')).toBe('0,000000001 tỷ đồng');
});

it('reads back exactly what it wrote, in every unit and language', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom(...moneyUnits), fc.constantFrom('vi' as const, 'en' as const), (amount, unit, language) => {
    expect(parseMoney(formatMoney(dong(amount + 0), language, unit), { writtenIn: language })).toEqual({ value: amount + 0 });
  }), { seed, numRuns: 500 });
});

import { amountInWords, sameWords } from '../../facts/amount-in-words.ts';
import { moneyUnits, type MoneyUnit } from '../../../domain/money.ts';

const digits: Readonly<Record<string, number>> = {
  không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9,
};
const scales: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6 };
const ends = new Set(['tỷ', 'tỉ']);
const fillers = new Set(['linh', 'lẻ', 'và', 'chẵn', 'đồng', 'đ', 'vnđ']);

/**
 * `một tỷ hai trăm triệu đồng` as whole đồng; undefined for words that are no amount. The library reads the result back, so that a
 * misreading of ours is no finding.
 */
export function amountOfWords(words: string): number | undefined {
  const tokens = words.normalize('NFC').toLocaleLowerCase('vi').replace(/[^\p{L}\s]/gu, ' ').split(/\s+/u).filter(Boolean);
  let [billions, sum, group, digit] = [0, 0, 0, 0];
  for (const token of tokens) {
    const scale = scales[token];
    if (token in digits) digit = digits[token] ?? 0;
    else if (token === 'mười') [group, digit] = [group + 10, 0];
    else if (token === 'mươi') [group, digit] = [group + digit * 10, 0];
    else if (token === 'trăm') [group, digit] = [group + digit * 100, 0];
    else if (scale !== undefined) [sum, group, digit] = [sum + (group + digit) * scale, 0, 0];
    else if (ends.has(token)) [billions, sum, group, digit] = [(billions + sum + group + digit) * 1e9, 0, 0, 0];
    else if (!fillers.has(token)) return undefined;
  }
  const amount = billions + sum + group + digit;
  return sameWords(amountInWords(amount) ?? '', words) ? amount : undefined;
}

/** Đồng in a column's money unit; undefined for units of other things. */
export function unitSize(unit: string): number | undefined {
  const known = moneyUnits.find((each: MoneyUnit) => each === unit);
  return known === undefined ? undefined : 1000 ** moneyUnits.indexOf(known);
}

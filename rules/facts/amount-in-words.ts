import { ReadingConfig, doReadNumber } from 'read-vietnamese-number';

const config = new ReadingConfig();
config.unit = ['đồng'];

/** `một tỷ hai trăm triệu đồng`; undefined for what is not whole đồng. */
export function amountInWords(amount: number): string | undefined {
  return Number.isSafeInteger(amount) && amount >= 0 ? doReadNumber(BigInt(amount), config) : undefined;
}

/** Whether two amounts in words say the same: case, punctuation, `chẵn`, and the usual variants of a word do not count. */
export function sameWords(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}

/** Spellings of one numeral in different regions, and the fillers of empty places. */
const variants: Readonly<Record<string, string>> = {
  ngàn: 'nghìn', tỉ: 'tỷ', lẻ: 'linh', mốt: 'một', tư: 'bốn', lăm: 'năm', nhăm: 'năm', đ: 'đồng',
};

const fillers = new Set(['linh', 'chẵn', 'và', 'vnđ', 'việt', 'nam']);

function normalised(words: string): string {
  const tokens = words.normalize('NFC').toLocaleLowerCase('vi').replace(/[^\p{L}\s]/gu, ' ').split(/\s+/u).filter(Boolean).map((token) => variants[token] ?? token);
  return tokens.filter((token) => !fillers.has(token)).join(' ').replaceAll(/không trăm ?/gu, '').replace(/ ?đồng$/u, '').trim();
}

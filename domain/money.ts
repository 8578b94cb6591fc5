import { addDecimals, decimal, decimalToString, divideDown, isWhole, multiplyDecimals, sumDecimals, type Decimal } from './decimal.ts';
import { formatNumber, parseExactNumber } from './numbers.ts';
import type { Language } from './text.ts';

/** Whole đồng, within ±(2^53 − 1): nine million tỷ. The only way in is `dong` or one of the readers below. */
export type Dong = number & { readonly __dong: true };

/** Units that plans print money in, as they print them. */
export const moneyUnits = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const unitSizes = { 'đồng': 1, 'nghìn đồng': 1000, 'triệu đồng': 1_000_000, 'tỷ đồng': 1_000_000_000 } as const satisfies Readonly<Record<MoneyUnit, number>>;

const englishUnits = { 'đồng': '', 'nghìn đồng': ' thousand', 'triệu đồng': ' million', 'tỷ đồng': ' billion' } as const satisfies Readonly<Record<MoneyUnit, string>>;

export type MoneyProblem =
  | { readonly problem: 'empty' | 'not-a-number' | 'unknown-unit' | 'unit-missing' | 'not-whole-dong' | 'too-large' }
  /** The text names one unit, the form or column another. */
  | { readonly problem: 'unit-mismatch'; readonly written: MoneyUnit; readonly expected: MoneyUnit }
  /** `1.234` where both readings are whole đồng. */
  | { readonly problem: 'ambiguous'; readonly asThousands: Dong; readonly asDecimal: Dong };

export type MoneyEntry = { readonly value: Dong } | MoneyProblem;

export function isDong(value: unknown): value is Dong {
  return Number.isSafeInteger(value);
}

/** Throws RangeError for fractions and for what a number does not hold exactly. */
export function dong(value: number): Dong {
  if (!isDong(value)) throw new RangeError(`Not whole đồng: ${value}`);
  return value;
}

/** A figure of a table printed in `unit`: 1248.5 triệu đồng is 1,248,500,000 đồng. */
export function dongFrom(value: number, unit: MoneyUnit): MoneyEntry {
  return Number.isFinite(value) ? exactDong(decimal(value), unit) : { problem: 'not-a-number' };
}

function exactDong(value: Decimal, unit: MoneyUnit): MoneyEntry {
  const exact = multiplyDecimals(value, unitSizes[unit]);
  if (!isWhole(exact)) return { problem: 'not-whole-dong' };
  const amount = Number(divideDown(exact, 1));
  return isDong(amount) ? { value: amount } : { problem: 'too-large' };
}

/** Throws RangeError when the sum is no longer exact. */
export function addDong(a: Dong, b: Dong): Dong {
  return dong(Number(decimalToString(addDecimals(a, b))));
}

/** Zero for none. Throws RangeError when the sum is no longer exact. */
export function sumDong(amounts: Iterable<Dong>): Dong {
  return dong(Number(decimalToString(sumDecimals(amounts))));
}

/** `1.248,5 triệu đồng`, `1.234.567 đồng`; `VND 1,248.5 million`, `VND 1,234,567`. Exact, never rounded. */
export function formatMoney(amount: Dong, language: Language, unit: MoneyUnit = 'đồng'): string {
  const figure = formatNumber({ units: BigInt(amount), scale: String(unitSizes[unit]).length - 1 }, language);
  return language === 'vi' ? `${figure} ${unit}` : `VND ${figure}${englishUnits[unit]}`;
}

const spellings = {
  'đồng': ['đồng', 'đ', '₫', 'vnd', 'vnđ'],
  'nghìn đồng': ['nghìn đồng', 'ngàn đồng', 'nghìn', 'ngàn', '1.000 đồng', '1000 đồng', '1.000đ', '1000đ', 'thousand'],
  'triệu đồng': ['triệu đồng', 'triệu', 'trđ', 'tr.đ', 'million'],
  'tỷ đồng': ['tỷ đồng', 'tỉ đồng', 'tỷ', 'tỉ', 'billion'],
} as const satisfies Readonly<Record<MoneyUnit, readonly string[]>>;

const writtenUnits: ReadonlyMap<string, MoneyUnit> = new Map(moneyUnits.flatMap((unit) => spellings[unit].map((spelling) => [spelling, unit] as const)));

/** The unit that a column heading or a form names, in any of its usual spellings: `(triệu đồng)`, `ĐVT: 1.000 đồng`. */
export function parseMoneyUnit(text: string): MoneyUnit | undefined {
  return writtenUnits.get(tidy(text).replace(/^\((.*)\)$/, '$1').replace(/^(đvt|đơn vị tính|đơn vị) ?: ?/, '').trim());
}

function tidy(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s\u00a0\u2009\u202f]+/g, ' ').trim();
}

export interface MoneyNotation {
  /** The unit of the column or field: of an amount that names none; one that names another is refused. */
  readonly unit?: MoneyUnit;
  /** The language the amount is known to be written in; without it, both are tried. */
  readonly writtenIn?: Language;
}

/**
 * Reads `1.248,5 triệu đồng`, `VND 1,248.5 million`, or `1.158` in a given unit. A text whose two readings are both whole
 * đồng is `ambiguous` unless the language is known; `1.234 đồng` is not, since đồng have no decimals.
 */
export function parseMoney(text: string, notation: MoneyNotation = {}): MoneyEntry {
  const bare = tidy(text);
  if (bare === '') return { problem: 'empty' };
  const match = /^(?:(vnd|vnđ|₫) ?)?([+\-\u2212]?\d(?:[\d., ]*\d)?) ?(.*)$/.exec(bare);
  if (!match) return { problem: 'not-a-number' };
  const [, prefix = '', figure = '', suffix = ''] = match;
  const written = writtenUnits.get(suffix || prefix);
  if ((suffix || prefix) && !written) return { problem: 'unknown-unit' };
  if (written && notation.unit && written !== notation.unit) return { problem: 'unit-mismatch', written, expected: notation.unit };
  const unit = written ?? notation.unit;
  return unit ? parseFigure(figure, unit, notation.writtenIn) : { problem: 'unit-missing' };
}

function parseFigure(figure: string, unit: MoneyUnit, writtenIn: Language | undefined): MoneyEntry {
  const entry = parseExactNumber(figure, writtenIn ? { writtenIn } : {});
  if (!('problem' in entry)) return exactDong(entry.value, unit);
  if (entry.problem === 'too-long') return { problem: 'too-large' };
  if (entry.problem !== 'ambiguous') return { problem: entry.problem };
  const asThousands = exactDong(entry.asThousands, unit);
  const asDecimal = exactDong(entry.asDecimal, unit);
  if (unit === 'đồng' || 'problem' in asDecimal) return asThousands;
  if ('problem' in asThousands) return asDecimal;
  return { problem: 'ambiguous', asThousands: asThousands.value, asDecimal: asDecimal.value };
}

import { decimalToNumber, decimalToString, parseDecimal, type Decimal, type DecimalLike } from './decimal.ts';
import type { Language } from './text.ts';

/** Vietnamese writes 1.234,5 and English 1,234.5. */
const separators = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const satisfies Readonly<Record<Language, object>>;

/** Grouped by thousands, all decimals kept, at least `places` of them. No `Intl`: the same on every machine. */
export function formatNumber(value: DecimalLike, language: Language, places = 0): string {
  const [whole = '', fraction] = decimalToString(value, places).split('.');
  const { group, decimal } = separators[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction ? `${grouped}${decimal}${fraction}` : grouped;
}

export type NumberProblem =
  | { readonly problem: 'empty' | 'not-a-number' | 'too-long' }
  /** Written so that it means one thing in Vietnamese and another in English. */
  | { readonly problem: 'ambiguous'; readonly asThousands: number; readonly asDecimal: number };

export type NumberEntry = { readonly value: number } | NumberProblem;

export type DecimalEntry =
  | { readonly value: Decimal }
  | { readonly problem: 'empty' | 'not-a-number' | 'too-long' }
  | { readonly problem: 'ambiguous'; readonly asThousands: Decimal; readonly asDecimal: Decimal };

export interface NumberNotation {
  /** The language the text is known to be written in; without it, both are tried. */
  readonly writtenIn?: Language;
  /** A sign that may follow the number, for example `%`. */
  readonly suffix?: string;
}

/** Exactly as `parseNumber`, without leaving decimals. */
export function parseExactNumber(text: string, notation: NumberNotation = {}): DecimalEntry {
  const bare = withoutSuffix(withPlainSigns(text), notation.suffix);
  if (bare === '') return { problem: 'empty' };
  const texts = notation.writtenIn
    ? [plainText(bare, notation.writtenIn)]
    : [plainText(bare, 'vi'), plainText(bare, 'en')];
  const [first, second = first] = texts.filter((each) => each !== undefined);
  if (first === undefined || second === undefined) return { problem: 'not-a-number' };
  const [one, other] = [parseDecimal(first), parseDecimal(second)];
  if (!one || !other) return { problem: 'too-long' };
  if (decimalToString(one) === decimalToString(other)) return { value: one };
  const isOneThousands = !first.includes('.');
  return { problem: 'ambiguous', asThousands: isOneThousands ? one : other, asDecimal: isOneThousands ? other : one };
}

/**
 * Reads a number that a person typed, decimal comma or point. `1.234,5`, `1,5` and `1.234.567` can only mean one thing;
 * `1.234` and `1,234` can mean two, and are given back as `ambiguous` unless the notation is known.
 * `too-long`: more digits than a number holds exactly.
 */
export function parseNumber(text: string, notation: NumberNotation = {}): NumberEntry {
  const entry = parseExactNumber(text, notation);
  if ('problem' in entry) {
    if (entry.problem !== 'ambiguous') return entry;
    return { problem: 'ambiguous', asThousands: decimalToNumber(entry.asThousands), asDecimal: decimalToNumber(entry.asDecimal) };
  }
  const value = decimalToNumber(entry.value);
  const isExact = decimalToString(entry.value).replace(/\D/g, '').length <= 15 || Number.isSafeInteger(value);
  return isExact ? { value } : { problem: 'too-long' };
}

function withoutSuffix(text: string, suffix: string | undefined): string {
  return suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length).trimEnd() : text;
}

/** Sign, whole part in groups of three (of the language's sign or of spaces) or ungrouped, decimals. */
const notations = {
  vi: /^([+-]?)(\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+))(?:,(\d+))?$/,
  en: /^([+-]?)(\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+))(?:\.(\d+))?$/,
} as const satisfies Readonly<Record<Language, RegExp>>;

/** `-1234.5` for what Vietnamese writes `-1.234,5`, `-1234,5` or `-1 234,5`; undefined when the language does not write so. */
function plainText(text: string, language: Language): string | undefined {
  const match = notations[language].exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction] = match;
  return `${sign}${whole.replace(/\D/g, '')}${fraction ? `.${fraction}` : ''}`;
}

/** Non-breaking and thin spaces are spaces, and the typographic minus is a minus. */
function withPlainSigns(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace('\u2212', '-').trim();
}

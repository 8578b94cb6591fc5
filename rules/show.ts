import { formatNumber } from '../domain/numbers.ts';
import { formatDate, isPlainDate } from '../domain/plain-date.ts';
import type { Ratio } from '../domain/ratio.ts';
import type { Language } from '../domain/text.ts';
import { percentShown } from './exact.ts';
import type { FactDefinition, FactType, FactValue } from './facts/fact.ts';

const longestText = 120;

const yesNo = { vi: ['có', 'không'], en: ['yes', 'no'] } as const;

/** A number as the language writes it: 1.234,5 or 1,234.5. */
export function showNumber(value: number, language: Language): string {
  // whole numbers, and what is below a thousand, need no exact decimals: the usual cases, and ten times quicker
  if (Number.isSafeInteger(value) && value >= 0) return grouped(value, language === 'vi' ? '.' : ',');
  if (!(value >= 0.001 && value < 1000)) return formatNumber(value, language);
  return language === 'vi' ? String(value).replace('.', ',') : String(value);
}

function grouped(whole: number, separator: string): string {
  if (whole < 1000) return String(whole);
  const rest = whole % 1000;
  return `${grouped((whole - rest) / 1000, separator)}${separator}${String(rest).padStart(3, '0')}`;
}

/** A fact in a sentence; codes, alone or in a list, are called by their names. */
export function showNamed({ type, names }: Pick<FactDefinition, 'type' | 'names'>, value: FactValue, language: Language): string {
  if (names && typeof value === 'string') return value.split(', ').map((code) => names[code]?.[language] ?? code).join(', ');
  return showFact(type, value, language);
}

function showFact(type: FactType, value: FactValue, language: Language): string {
  if (value === null) return language === 'vi' ? 'chưa có' : 'not given';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (typeof value === 'object') return showPercent(percentShown(value) ?? Number.NaN, language);
  if (typeof value === 'string') return type === 'date' && isPlainDate(value) ? formatDate(value, language) : shortened(value);
  return showTyped(type, value, language);
}

function showTyped(type: FactType, value: number, language: Language): string {
  if (type === 'year') return String(value);
  if (type === 'percent') return showPercent(value, language);
  const figure = showNumber(value, language);
  if (type !== 'money') return figure;
  return language === 'vi' ? `${figure} đồng` : `VND ${figure}`;
}

export function showPercent(value: number, language: Language): string {
  return Number.isFinite(value) ? `${showNumber(value, language)}%` : '—';
}

/** A value as a rule's input: a ratio is its percentage. */
export function plainValue(value: FactValue): number | string | boolean | null {
  return typeof value === 'object' && value !== null ? (percentShown(value satisfies Ratio) ?? null) : value;
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

import { z } from 'zod';
import { referredFile } from '../../../../domain/attachment.ts';
import { decimalToString } from '../../../../domain/decimal.ts';
import { dong, formatMoney, parseMoney } from '../../../../domain/money.ts';
import { formatNumber, parseNumber } from '../../../../domain/numbers.ts';
import { dateParts, isPlainDate } from '../../../../domain/plain-date.ts';
import type { Language } from '../../../../domain/text.ts';
import type { Unit } from '../../../../domain/unit.ts';

/*
 * How one value of a submission is typed into a field and read back. Numbers and money are read in both notations; a text that may mean two figures is
 * a problem that names both, never a guess. What a field shows, read again, is always the same value.
 */

export interface LeafContext {
  readonly units: ReadonlyMap<string, Unit>;
  /** How amounts are written, where their author has said so: nothing is ambiguous then. */
  readonly writtenIn?: Language;
}

/** A reading; `undefined` and `null` are values: empty. */
export type Reading = { readonly value: unknown } | { readonly problem: string; readonly figures: Readonly<Record<string, unknown>> };

export interface Leaf {
  readonly read: (text: string, context: LeafContext) => Reading;
  readonly write: (value: unknown, context: LeafContext) => string;
}

const wrong = (problem: string, text: string, figures: Readonly<Record<string, unknown>> = {}): Reading => ({ problem, figures: { value: text, ...figures } });
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Grouped where that can be read back in one way only; else without groups, and with a decimal more. */
export function typedNumber(value: number): string {
  const grouped = formatNumber(value, 'vi');
  if (isReadAs(grouped, value)) return grouped;
  const plain = decimalToString(value).replace('.', ',');
  return isReadAs(plain, value) ? plain : `${plain}0`;
}

function isReadAs(text: string, value: number): boolean {
  const entry = parseNumber(text);
  return 'value' in entry && entry.value === value;
}

const words = (max: number, isLine: boolean): Leaf => ({
  read: (text) => {
    if (text.length > max) return wrong('too-long', text, { max });
    return isLine && /\n/.test(text.trim()) ? wrong('one-line', text) : { value: text.trim() };
  },
  write: asText,
});

const number: Leaf = {
  read: (text) => {
    const entry = parseNumber(text, { suffix: '%' });
    if ('value' in entry) return { value: entry.value };
    if (entry.problem === 'empty') return { value: null };
    if (entry.problem !== 'ambiguous') return wrong(entry.problem, text);
    return wrong('ambiguous', text, { thousands: decimalToString(entry.asThousands), decimal: typedNumber(entry.asDecimal) });
  },
  write: (value) => (typeof value === 'number' ? typedNumber(value) : ''),
};

/** In million đồng, as plans print it; a text that names its unit is read in that. */
const million = 'triệu đồng';
const money: Leaf = {
  read: (text, { writtenIn }) => {
    const notation = writtenIn === undefined ? {} : { writtenIn };
    const first = parseMoney(text, { unit: million, ...notation });
    const entry = 'problem' in first && first.problem === 'unit-mismatch' ? parseMoney(text, notation) : first;
    if ('value' in entry) return entry.value < 0 ? wrong('negative', text) : { value: Number(entry.value) };
    if (entry.problem === 'empty') return { value: null };
    if (entry.problem !== 'ambiguous') return wrong(`money-${entry.problem}`, text);
    return wrong('ambiguous', text, { thousands: decimalToString(entry.asThousands / 1_000_000), decimal: typedMoney(entry.asDecimal) });
  },
  write: (value) => (typeof value === 'number' ? typedMoney(value) : ''),
};

function typedMoney(value: number): string {
  const figure = formatMoney(dong(value), 'vi', million).replace(` ${million}`, '');
  const entry = parseMoney(figure, { unit: million });
  if ('value' in entry && entry.value === value) return figure;
  const plain = figure.replaceAll('.', '');
  return /,\d{3}$/.test(plain) ? `${plain}0` : plain;
}

const date: Leaf = {
  read: (text) => {
    const bare = text.trim();
    if (bare === '') return { value: null };
    if (isPlainDate(bare)) return { value: bare };
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
    const [, day = '', month = '', year = ''] = match ?? [];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isPlainDate(iso) ? { value: iso } : wrong('date', text);
  },
  write: (value) => {
    if (typeof value !== 'string' || !isPlainDate(value)) return '';
    const { day, month, year } = dateParts(value);
    return `${day}/${month}/${year}`;
  },
};

const lines: Leaf = {
  read: (text) => {
    const given = text.split('\n').map((each) => each.trim()).filter((each) => each !== '');
    return given.length > 50 || given.some((each) => each.length > 1000) ? wrong('too-many-lines', text) : { value: given.length > 0 ? given : undefined };
  },
  // files are shown by their names beside the field, and added and taken out on a page of their own
  write: (value) => (Array.isArray(value) ? value.filter((each) => referredFile(String(each)) === undefined).join('\n') : ''),
};

const fold = (text: string): string => text.normalize('NFC').trim().toLocaleLowerCase('vi');

function codeOf(text: string, { units }: LeafContext): string | undefined {
  if (units.has(text.trim())) return text.trim();
  return [...units.values()].find(({ name }) => fold(name) === fold(text))?.code;
}

const nameOf = (code: unknown, { units }: LeafContext): string => units.get(String(code))?.name ?? asText(code);

/** A unit by its name or its code. What the register does not know stays as typed: the check says so. */
const unit: Leaf = { read: (text, context) => ({ value: codeOf(text, context) ?? text.trim().slice(0, 200) }), write: (value, context) => (value ? nameOf(value, context) : '') };

const unitList: Leaf = {
  read: (text, context) => {
    const given = text.split(/[;\n]/).map((each) => each.trim()).filter((each) => each !== '').map((each) => codeOf(each, context) ?? each.slice(0, 200));
    return given.length > 100 ? wrong('too-many-lines', text) : { value: given.length > 0 ? given : undefined };
  },
  write: (value, context) => (Array.isArray(value) ? value.map((each) => nameOf(each, context)).join('; ') : ''),
};

const choice = (options: Readonly<Record<string, unknown>>): Leaf => ({
  read: (text) => (Object.hasOwn(options, text) ? { value: options[text] } : text === '' ? { value: null } : wrong('choice', text)),
  write: (value) => Object.keys(options).find((key) => options[key] === value) ?? '',
});

const email: Leaf = { read: (text) => (text.trim() === '' || z.email().max(200).safeParse(text.trim()).success ? { value: text.trim() } : wrong('email', text)), write: asText };

/** Any of the ids that the page offers. */
const id: Leaf = { read: (text) => ({ value: text.trim().slice(0, 120) }), write: asText };

const same = (values: readonly string[]): Readonly<Record<string, unknown>> => Object.fromEntries(values.map((each) => [each, each]));

export const leaves = {
  line: words(300, true), short: words(100, true), phone: words(40, true), prose: words(4000, false), essay: words(20_000, false), title: words(1000, true), amountWords: words(500, true),
  number, money, date, lines, unit, unitList, email, id,
  status: choice(same(['not-started', 'in-progress', 'done', 'stopped'])),
  aspect: choice(same(['investment', 'recurrent'])),
  yesNo: choice({ yes: true, no: false }),
  oneZero: choice({ yes: 1, no: 0 }),
} as const satisfies Readonly<Record<string, Leaf>>;

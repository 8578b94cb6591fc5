import { z } from 'zod';
import { parseNumber, formatNumber, type NumberEntry } from '../../domain/numbers.ts';
import { isPlainDate } from '../../domain/plain-date.ts';
import type { Bilingual } from '../../domain/text.ts';
import { issueOf } from '../../plans/schema/words.ts';

/*
 * The fields of a form as people fill them. A blank is missing: null where the content has null, undefined where a field may be left out.
 * Numbers may be written as numbers or, in either language's way, as text; what could be two numbers is refused.
 */

type Refuse = (code: string, message: Bilingual, accepted: Bilingual) => never;
const isBlank = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** A field that `read` turns into its value; blank is `blank`. */
function field<Value, Blank extends null | undefined>(blank: Blank, read: (value: unknown, refuse: Refuse) => Value) {
  return z.unknown().transform((value, context): Value | Blank => {
    if (isBlank(value)) return blank;
    const refuse: Refuse = (code, message, accepted) => {
      context.issues.push(issueOf(value, { code, message, accepted }));
      return z.NEVER;
    };
    return read(value, refuse);
  });
}

const acceptedNumber = { vi: '97,5 · 1.234,5 · 1234 · 1.234.567', en: '97,5 · 1.234,5 · 1234 · 1.234.567' };

function numberFrom(value: unknown, refuse: Refuse, suffix?: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.abs(value) > Number.MAX_SAFE_INTEGER ? refuseEntry({ problem: 'too-long' }, value, refuse) : value;
  if (typeof value !== 'string') return refuse('wrong-type', { vi: `cần một số, không phải ${shown(value)}`, en: `a number is wanted, not ${shown(value)}` }, acceptedNumber);
  const entry = parseNumber(value.trim(), suffix === undefined ? {} : { suffix });
  return 'value' in entry ? entry.value : refuseEntry(entry, value, refuse);
}

type BadEntry = Exclude<NumberEntry, { readonly value: number }>;

function refuseEntry(entry: BadEntry, value: string | number, refuse: Refuse): never {
  if (entry.problem === 'ambiguous') return refuse('ambiguous-number', twoReadings(value, entry.asThousands, entry.asDecimal), bothWays(entry.asThousands, entry.asDecimal));
  if (entry.problem === 'too-long') return refuse('number-too-long', { vi: `“${value}” có quá nhiều chữ số`, en: `"${value}" has too many digits` }, { vi: 'tối đa 15 chữ số', en: 'at most 15 digits' });
  return refuse('not-a-number', { vi: `${shown(value)} không phải số`, en: `${shown(value)} is not a number` }, acceptedNumber);
}

/** Why a figure that could be two numbers is refused, with both. */
export function twoReadings(value: string | number, asThousands: number, asDecimal: number): Bilingual {
  return {
    vi: `“${value}” có thể là ${formatNumber(asThousands, 'vi')} hoặc ${formatNumber(asDecimal, 'vi')}`,
    en: `"${value}" may be ${formatNumber(asThousands, 'en')} or ${formatNumber(asDecimal, 'en')}`,
  };
}

/** How to write each of the two so that it can only be that one. */
export function bothWays(asThousands: number, asDecimal: number): Bilingual {
  // a zero more behind the decimal comma, and it is no group of three
  const decimal = Number.isInteger(asDecimal) ? String(asDecimal) : `"${formatNumber(asDecimal, 'vi')}0"`;
  const plain = `${asThousands} · ${decimal}`;
  return { vi: plain, en: plain };
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

/** A count or a value. `suffix`: a sign that may follow it, for example `%`. */
export const figure = (suffix?: string) => field(null, (value, refuse) => numberFrom(value, refuse, suffix));

/** Whole đồng. */
export const dong = field(null, (value, refuse) => {
  const read = numberFrom(value, refuse, 'đồng');
  return read === z.NEVER || Number.isSafeInteger(read) ? read : refuse('not-whole', { vi: `${shown(value)} không phải số đồng nguyên`, en: `${shown(value)} is not whole đồng` }, { vi: 'số nguyên đồng: 120000000 · "120.000.000"', en: 'whole đồng: 120000000 · "120.000.000"' });
});

/** Text in NFC without blanks at its ends; left out when blank. */
export const words = field(undefined, (value, refuse) =>
  (typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : refuse('wrong-type', { vi: `cần văn bản, không phải ${shown(value)}`, en: `text is wanted, not ${shown(value)}` }, { vi: 'văn bản', en: 'text' })));

/** `2022-03-14`, or as officials write it, `14/03/2022`. */
export const day = field(null, (value, refuse) => {
  const [, date, month, year] = (typeof value === 'string' && /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value.trim())) || [];
  const iso = year === undefined ? value : `${year}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : refuse('invalid-date', { vi: `${shown(value)} không phải ngày có thật`, en: `${shown(value)} is not a real day` }, { vi: '2022-03-14 · 14/03/2022', en: '2022-03-14 · 14/03/2022' });
});

/** One of the keys of a table of words, or a word that it lists for the key. */
export function oneOf<Key extends string>(known: Readonly<Record<Key, readonly string[]>>) {
  return field(null, (value, refuse): Key => {
    const asked = typeof value === 'string' ? value.normalize('NFC').trim().toLocaleLowerCase('vi') : String(value);
    const keys = Object.keys(known) as Key[];
    const accepted = keys.map((key) => [key, ...known[key]].join(' = ')).join(' · ');
    return keys.find((key) => key === asked || known[key].includes(asked)) ?? refuse('unknown-word', { vi: `${shown(value)} không có trong các lựa chọn`, en: `${shown(value)} is not one of the choices` }, { vi: accepted, en: accepted });
  });
}

const answers = { true: ['có', 'yes'], false: ['không', 'chưa', 'no'] } as const;

export const answer = oneOf(answers).transform((word) => (word === null ? null : word === 'true'));

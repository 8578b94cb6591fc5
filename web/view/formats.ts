import type { Instant, PlainDate } from '../../domain/date.ts';
import { dong, formatMoney, type MoneyUnit } from '../../domain/money.ts';
import { formatNumber } from '../../domain/numbers.ts';
import { dateOf, dateParts, dayOfWeek, timeOf } from '../../domain/plain-date.ts';
import type { Language } from '../../domain/text.ts';

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Readonly<Record<Language, readonly string[]>>;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** How figures, dates and money are written on pages. Missing values are a dash, never a zero. */
export interface Formats {
  /** `20/3/2026`, `20 Mar 2026`. */
  readonly date: (date: PlainDate | null | undefined) => string;
  /** `thứ Sáu, 20/3/2026`. */
  readonly day: (date: PlainDate | null | undefined) => string;
  /** `14:05, 20/3/2026` in Asia/Ho_Chi_Minh. */
  readonly instant: (instant: Instant | null | undefined) => string;
  readonly time: (instant: Instant) => string;
  /** `1.234,5`. */
  readonly number: (value: number | null | undefined, places?: number) => string;
  /** `97,4%`, at most two decimals. */
  readonly percent: (value: number | null | undefined) => string;
  /** A figure with its unit: `97,4%`, `1.234 hồ sơ`. */
  readonly measured: (value: number | null | undefined, unit: string) => string;
  /** Đồng in the unit asked for: `1.248,5 triệu đồng`. */
  readonly money: (amount: number | null | undefined, unit?: MoneyUnit) => string;
}

const none = '–';

function formatsOf(language: Language): Formats {
  const date = (value: PlainDate): string => {
    const { year, month, day } = dateParts(value);
    return language === 'vi' ? `${day}/${month}/${year}` : `${day} ${months[month - 1]} ${year}`;
  };
  const known = <Value>(write: (value: Value) => string) => (value: Value | null | undefined): string => (value === null || value === undefined ? none : write(value));
  return {
    date: known(date),
    day: known((value: PlainDate) => `${weekdays[language][dayOfWeek(value) - 1]}, ${date(value)}`),
    instant: known((value: Instant) => `${timeOf(value)}, ${date(dateOf(value))}`),
    time: timeOf,
    number: (value, places) => known((figure: number) => formatNumber(figure, language, places))(value),
    percent: known((value: number) => `${formatNumber(Math.round(value * 100) / 100, language)}%`),
    measured: (value, unit) => known((figure: number) => `${formatNumber(figure, language)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`)(value),
    money: (amount, unit = 'đồng') => known((value: number) => formatMoney(dong(value), language, unit))(amount),
  };
}

const all: Readonly<Record<Language, Formats>> = { vi: formatsOf('vi'), en: formatsOf('en') };

export const formats = (language: Language): Formats => all[language];

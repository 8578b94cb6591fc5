/** Fields of a form as they came: one value or several. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with one field, in the reader's language. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** A form that is shown again: what was typed, and what is wrong. Empty at the first visit. */
export interface Filled {
  readonly values: Fields;
  readonly faults: readonly FieldFault[];
}

export const unfilled: Filled = { values: {}, faults: [] };

/** Fields that belong to the form itself, not to what is asked. */
const own = new Set(['_csrf', '_key']);

export function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body as Record<string, unknown>).flatMap(([name, value]): [string, string | readonly string[]][] => {
    if (own.has(name)) return [];
    if (Array.isArray(value)) return [[name, value.map((each) => clean(String(each)))]];
    return typeof value === 'string' ? [[name, clean(value)]] : [];
  }));
}

/** Forms send CRLF, keyboards send decomposed letters. */
const clean = (value: string): string => value.normalize('NFC').replaceAll('\r\n', '\n');

export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return (typeof value === 'string' ? value : value?.[0] ?? '').trim();
}

export function many(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return value === undefined ? [] : (typeof value === 'string' ? [value] : value).map((each) => each.trim()).filter((each) => each !== '');
}

/** Everything typed, to be sent once more from a page that asks first. */
export function keptOf(fields: Fields): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
}

/** Empty fields are absent ones. */
export function present(fields: Fields): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value.length > 0));
}

/** The field that a pointer is about, unless the act says otherwise: its first step. */
export const firstStep = (pointer: string): string => pointer.split('/')[1] ?? '';

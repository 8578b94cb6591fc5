import type { Bilingual } from '../../domain/text.ts';
import type { FactContext } from './context.ts';
import type { FactType } from './fact.ts';
import type { FactReader } from './family.ts';

/** Makes a fact of one type: what it is (vi, en), where it is read from, how it is calculated from one item. */
type Define = <Item>(vi: string, en: string, from: readonly string[], read: (item: Item, context: FactContext) => unknown) => FactReader<Item>;

const ofType = (type: FactType): Define => (vi, en, from, read) => ({ type, about: { vi, en }, from, read });

export const number = ofType('number');
export const money = ofType('money');
export const percent = ofType('percent');
export const year = ofType('year');
export const ratio = ofType('ratio');
export const date = ofType('date');
export const text = ofType('text');
export const yesNo = ofType('boolean');

/** A text that is one of a few codes, with their names. */
export function oneOf<Item>(names: Readonly<Record<string, Bilingual>>, ...[vi, en, from, read]: Parameters<typeof text<Item>>): FactReader<Item> {
  return { ...text(vi, en, from, read), names };
}

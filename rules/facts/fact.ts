import type { Ratio } from '../../domain/ratio.ts';
import type { Bilingual } from '../../domain/text.ts';

/**
 * What a fact holds. `money` is whole đồng, `percent` is 97 for 97 %, `year` is a number printed without grouping,
 * `ratio` keeps numerator and denominator so that it compares exactly.
 */
export const factTypes = ['number', 'money', 'percent', 'year', 'ratio', 'date', 'text', 'boolean'] as const;
export type FactType = (typeof factTypes)[number];

/** `null` is missing: neither zero, nor empty, nor false. */
export type FactValue = number | string | boolean | Ratio | null;

export interface FactDefinition {
  readonly type: FactType;
  /** What it is, as a noun that fits into a sentence. */
  readonly about: Bilingual;
  /** Where it is read from: an origin (`item`, `content`, `plan`, `period`, …) and a path below it, for each input. */
  readonly from: readonly string[];
  /** Of a text that is one of a few codes: what each is called. */
  readonly names?: Readonly<Record<string, Bilingual>>;
}

/** The value when it has the definition's type, else missing: a text where a number belongs is no number. */
export function asTyped(type: FactType, value: unknown): FactValue {
  switch (type) {
    case 'text':
    case 'date':
      return typeof value === 'string' && value.trim() !== '' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'ratio':
      return typeof value === 'object' && value !== null ? (value as Ratio) : null;
    default:
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }
}

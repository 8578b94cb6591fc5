import type { Translate } from './translate.ts';

export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

/** A field of a form as `components/fields.njk` lays it out; `value` is what the record says. A `head` stands above the fields that follow. */
export interface FormField {
  readonly kind: 'line' | 'long' | 'date' | 'figure' | 'select' | 'ticks' | 'hidden' | 'head';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly options?: readonly FieldOption[];
  /** Of `ticks`: what is ticked. */
  readonly ticked?: readonly string[];
  readonly rows?: number;
  /** Of a `line`: the list of the page (`lists`) that is offered while typing; anything may be typed. */
  readonly from?: string;
}

/** A choice that may stay open begins with an empty one. */
export const choice = (values: readonly string[], words: (value: string) => string, none?: string): readonly FieldOption[] => [...(none === undefined ? [] : [{ value: '', text: none }]), ...values.map((value) => ({ value, text: words(value) }))];

/** A group of the register in words, or its code where there are none. */
export const groupWords = (t: Translate, group: string): string => (t.has(`units.group.${group}`) ? t(`units.group.${group}`) : group);

import type { Placed } from './context.ts';

/** Entries with their places; none for a list that the submission does not have. */
export function placed<Entry>(entries: readonly Entry[] | undefined): readonly Placed<Entry>[] {
  return (entries ?? []).map((entry, index) => ({ index, entry }));
}

/** Whether an entry before `index` has the same id. */
export function isRepeated<Entry>(entries: readonly Entry[] | undefined, index: number, id: string, idOf: (entry: Entry) => string): boolean {
  return (entries ?? []).findIndex((entry) => idOf(entry) === id) < index;
}

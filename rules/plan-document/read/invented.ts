import { formatNumber } from '../../../domain/numbers.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Holder } from './holders.ts';

/** Figures of the tables that stand nowhere in the collapsed text of the source, in any usual notation. */
export function figuresNotInSource({ tables }: Plan, text: string): readonly Holder[] {
  const numbers = new Set(text.match(/\d[\d.,]*\d|\d/gu));
  const bare = new Set([...numbers].map((number) => number.replace(/^0+(?=\d)/u, '')));
  return tables.flatMap(({ id, rows, statedTotals = [] }) => {
    const inRows = rows.flatMap((row) => Object.entries(row.cells).flatMap(([column, cell]) => (typeof cell === 'number' ? [{ value: cell, printed: row.printed?.[column] }] : [])));
    return [...inRows, ...statedTotals].filter(({ value, printed }) => !writings(value, printed).some((writing) => bare.has(writing)))
      .map(({ value, printed }): Holder => ({ kind: 'table', id, words: printed ?? formatNumber(value, 'vi') }));
  });
}

function writings(value: number, printed: string | undefined): readonly string[] {
  const places = [0, 1, 2, 3].flatMap((count) => [formatNumber(value, 'vi', count), formatNumber(value, 'en', count)]);
  return [...(printed === undefined ? [] : [printed]), ...places, String(value)];
}

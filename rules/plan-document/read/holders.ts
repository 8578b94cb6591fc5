import { formatNumber } from '../../../domain/numbers.ts';
import type { Plan, PlanTable } from '../../../domain/plan.ts';
import { collapsed } from './texts.ts';

/** What of a plan can hold a sentence of its document. */
export const holderKinds = ['target', 'task', 'result', 'responsibility', 'table', 'ground', 'title', 'reason'] as const;
export type HolderKind = (typeof holderKinds)[number];

export interface Holder {
  readonly kind: HolderKind;
  readonly id: string;
  /** Collapsed, NFC. */
  readonly words: string;
}

const holder = (kind: HolderKind, id: string, words: string): Holder => ({ kind, id, words: collapsed(words) });

/** Quotes: each of them must stand in the source letter for letter. */
export function quotesOf(plan: Plan): readonly Holder[] {
  const cited = (kind: HolderKind, entries: readonly { readonly id?: string; readonly clause: string; readonly quote?: string }[]): readonly Holder[] =>
    entries.flatMap(({ id, clause, quote }) => (quote === undefined ? [] : [holder(kind, id ?? clause, quote)]));
  return [
    ...cited('target', plan.targets),
    ...cited('task', plan.tasks),
    ...cited('result', plan.results),
    ...cited('responsibility', plan.responsibilities),
    ...(plan.coverage ?? []).map(({ quote, reason }) => holder('reason', reason, quote)),
  ];
}

/** Everything else that holds words of the document: cells, headings, totals, symbols. Cells may restore letters that the source lost. */
export function otherHolders(plan: Plan): readonly Holder[] {
  return [
    holder('title', plan.id, plan.title),
    ...plan.legalGrounds.map(({ id, symbol, name }) => holder('ground', id, symbol ?? name)),
    ...plan.tables.flatMap(tableHolders),
  ].filter(({ kind, words }) => (kind === 'table' ? isTelling(words) : words.length >= 3));
}

/** Long enough, or a figure precise enough, to stand for one place of the document and not for any sentence with `2022` in it. */
function isTelling(words: string): boolean {
  return words.length >= 14 || /^\d[\d.,]{4,}$/u.test(words);
}

function tableHolders({ id, title, columns, rows, statedTotals = [] }: PlanTable): readonly Holder[] {
  const figures = (value: number): readonly string[] => [formatNumber(value, 'vi'), formatNumber(value, 'en')];
  const cells = rows.flatMap((row) => Object.values(row.cells)).flatMap((cell) => (cell === null ? [] : typeof cell === 'string' ? [cell] : figures(cell)));
  const totals = statedTotals.flatMap(({ value, printed, label, words }) => [...figures(value), ...[printed, label, words].filter((part) => part !== undefined)]);
  return [title, ...columns.map(({ label }) => label), ...cells, ...totals].map((words) => holder('table', id, words));
}

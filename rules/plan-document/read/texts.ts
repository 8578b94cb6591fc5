import type { Plan, PlanTable } from '../../../domain/plan.ts';
import { elsewhere, type Place } from '../finding.ts';

/** Words of the document that rules about wording read. `where` names the place of a match. */
export interface DocumentText {
  readonly text: string;
  readonly where: (index: number) => Place;
}

/** The document's words as the data quotes them: titles, quotes, cells, symbols; not what we say about them. */
export function planTexts(plan: Plan): readonly DocumentText[] {
  const cited = [...plan.targets, ...plan.tasks, ...plan.results, ...plan.responsibilities];
  return [
    { text: plan.title, where: () => elsewhere(plan.title) },
    ...cited.flatMap(({ clause, quote }) => (quote === undefined ? [] : [{ text: quote, where: () => elsewhere(clause) }])),
    ...(plan.coverage ?? []).map(({ quote }) => ({ text: quote, where: () => elsewhere(quote) })),
    ...plan.legalGrounds.flatMap(({ symbol, name }) => (symbol === undefined ? [] : [{ text: symbol, where: () => elsewhere(name) }])),
    ...plan.tables.flatMap(tableTexts),
  ];
}

function tableTexts({ id, title, clause, columns, rows }: PlanTable): readonly DocumentText[] {
  const at = (row: string | null, column: string | null, label: string) => (): Place => ({ table: id, row, column, label });
  return [
    { text: title, where: at(null, null, clause) },
    ...columns.map(({ key, label }) => ({ text: label, where: at(null, key, label) })),
    ...rows.flatMap((row) => Object.entries(row.cells).flatMap(([key, cell]) => (typeof cell === 'string' ? [{ text: cell, where: at(row.id, key, cell) }] : []))),
  ];
}

/** Unicode NFC, white space collapsed: as quotes are written. */
export function collapsed(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The whole source; a place in it is named by the words around it. */
export function sourceText(source: string): DocumentText {
  const text = collapsed(source);
  return { text, where: (index) => elsewhere(`… ${text.slice(Math.max(0, index - 40), index + 60).trim()} …`) };
}

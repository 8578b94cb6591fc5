import { fundingSources, type BudgetLine, type FundingSource, type PlanContent } from '../../../../domain/submission.ts';
import type { Language } from '../../../../domain/text.ts';
import { leaves } from './leaf.ts';
import { emptyLine } from './rows.ts';

/** Columns of a pasted row, in this order: name, kind, one amount for each source, total. What follows the name may be left out. */
export const pasteColumns = ['name', 'aspect', ...fundingSources, 'total'] as const;

export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** What the row becomes; absent while a cell cannot be read. */
  readonly line?: BudgetLine;
  readonly faults: readonly { readonly column: (typeof pasteColumns)[number]; readonly code: string; readonly figures: Readonly<Record<string, unknown>> }[];
}

/** Rows as a spreadsheet copies them: a line each, cells parted by tabs. `writtenIn`: how its amounts are written, when that was said. Empty lines, and a head whose amounts are words, are passed over. */
export function readPasted(text: string, writtenIn?: Language): readonly PastedRow[] {
  const rows = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ''));
  const isHead = rows[0] && rows[0].slice(2).length > 0 && rows[0].slice(2).every((cell) => !/\d/.test(cell)) && rows[0].slice(1).some((cell) => cell !== '');
  return (isHead ? rows.slice(1) : rows).slice(0, 500).map((cells, index) => rowOf(cells, index + 1, writtenIn));
}

function rowOf(cells: readonly string[], number: number, writtenIn: Language | undefined): PastedRow {
  const context = { units: new Map(), ...(writtenIn === undefined ? {} : { writtenIn }) };
  const [name = '', aspectText = '', ...rest] = cells;
  const faults: PastedRow['faults'][number][] = [];
  if (name === '') faults.push({ column: 'name', code: 'name-missing', figures: {} });
  const aspect = aspectOf(aspectText);
  if (!aspect) faults.push({ column: 'aspect', code: 'aspect', figures: { value: aspectText } });
  const [amounts, total] = [new Map<FundingSource, number>(), { value: null as number | null }];
  [...fundingSources, 'total' as const].forEach((column, index) => {
    const read = leaves.money.read(rest[index] === '-' ? '' : rest[index] ?? '', context);
    if ('problem' in read) faults.push({ column, code: read.problem, figures: read.figures });
    else if (typeof read.value === 'number' && column === 'total') total.value = read.value;
    else if (typeof read.value === 'number') amounts.set(column as FundingSource, read.value);
  });
  if (rest.slice(fundingSources.length + 1).some((cell) => cell !== '')) faults.push({ column: 'total', code: 'too-many-cells', figures: { value: rest.slice(fundingSources.length + 1).join(' ') } });
  if (faults.length > 0 || !aspect) return { number, cells, faults };
  return { number, cells, faults, line: emptyLine({ name: name.slice(0, 1000), aspect, amounts: Object.fromEntries(amounts), total: total.value }) };
}

/** As tables of plans call them; nothing means recurrent money. */
function aspectOf(text: string): BudgetLine['aspect'] | undefined {
  const word = text.normalize('NFC').toLocaleLowerCase('vi');
  if (word === '' || /thường xuyên|sự nghiệp|^tx$|recurrent/.test(word)) return 'recurrent';
  return /đầu tư|^đt$|^đtpt$|investment/.test(word) ? 'investment' : undefined;
}

/** Adds what could be read, once every row could. */
export function withPasted(content: PlanContent, rows: readonly PastedRow[]): PlanContent {
  return { ...content, budget: [...content.budget, ...rows.flatMap(({ line }) => (line ? [line] : []))] };
}

import type { Download } from '../http/page.ts';

export type CsvCell = string | number | null | undefined;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays one. */
const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers with decimal comma, as Vietnamese spreadsheets read them; missing values are empty, never zero. */
const written = (cell: CsvCell): string => (cell === null || cell === undefined ? '' : quoted(defused(typeof cell === 'number' ? String(cell).replace('.', ',') : cell)));

/** A table as spreadsheets of Vietnamese offices open it: UTF-8 with byte order mark, semicolons, CRLF. The first row is the head. */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;
}

export const csvFile = (fileName: string, rows: readonly (readonly CsvCell[])[]): Download => ({ fileName: `${fileName}.csv`, type: 'text/csv; charset=utf-8', body: csv(rows) });

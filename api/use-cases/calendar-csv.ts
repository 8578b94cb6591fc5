import type { WrittenCalendar, WrittenDay } from '../../domain/ports/calendar-file.ts';
import type { CalendarDay } from '../../domain/working-calendar.ts';

export const calendarColumns = ['date', 'kind', 'name', 'nameEn', 'source'] as const satisfies readonly (keyof CalendarDay)[];

/** One cell of a CSV line: in quotes or not; a leading apostrophe keeps spreadsheets from reading a formula. */
const unquoted = (cell: string): string => (/^".*"$/s.test(cell.trim()) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell).trim().replace(/^'(?=[=+\-@])/, '');

/** A day as written here, `2022-02-03`, or as officials write it, `3/2/2022`. */
const dayOf = (text: string): string => text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

const cellsOf = (line: string): readonly string[] => (line.includes('\t') ? line.split('\t') : line.match(/("([^"]|"")*"|[^;])*(;|$)/g)?.map((cell) => cell.replace(/;$/, '')) ?? []).map(unquoted);

/** Lines as the export writes them: semicolons, or tabs when pasted from a spreadsheet; the head may be there or not. */
export function readCalendarCsv(text: string): WrittenCalendar {
  const rows = text.replace(/^\uFEFF/, '').split('\n').map((content, index) => ({ content: content.trim(), line: index + 1 })).filter(({ content }) => content !== '').map(({ content, line }) => ({ line, cells: cellsOf(content) }));
  const body = rows[0]?.cells[0] === calendarColumns[0] ? rows.slice(1) : rows;
  return {
    faults: [],
    days: body.map(({ line, cells: [date = '', kind = '', name = '', nameEn = '', source = ''] }): WrittenDay => ({ line, day: { date: dayOf(date), kind, name, nameEn, source } })),
  };
}

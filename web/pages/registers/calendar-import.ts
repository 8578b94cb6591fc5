import { newCalendarDays } from '../../../api/contracts/register.ts';
import { previewCalendar, setCalendarDays } from '../../../api/use-cases/calendar.ts';
import { keptOf, one } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { calendarColumns } from './calendar.ts';
import { movesView } from './calendar-moves.ts';
import { crumbsTo } from './crumbs.ts';

/** One cell of a CSV line: in quotes or not; a leading apostrophe keeps spreadsheets from reading a formula. */
const unquoted = (cell: string): string => (/^".*"$/s.test(cell.trim()) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell).trim().replace(/^'(?=[=+\-@])/, '');

/** A day as written here, `2022-02-03`, or as officials write it, `3/2/2022`. */
const dayOf = (text: string): string => text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** Lines of the file as the export writes them: semicolons, or tabs when pasted from a spreadsheet; the head may be there or not. */
function daysOf(text: string): unknown {
  const lines = text.replace(/^\uFEFF/, '').split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => (line.includes('\t') ? line.split('\t') : line.match(/("([^"]|"")*"|[^;])*(;|$)/g)?.map((cell) => cell.replace(/;$/, '')) ?? []).map(unquoted));
  const body = lines[0]?.[0] === calendarColumns[0] ? lines.slice(1) : lines;
  return { days: body.map((cells) => Object.fromEntries(calendarColumns.map((column, index) => [column, column === 'date' ? dayOf(cells[index] ?? '') : cells[index] ?? '']))) };
}

async function show({ t }: Visit): Promise<View> {
  return {
    template: 'components/form-page.njk', title: t('registers.calendar.import.title'), help: 'registers.calendar.import.help', crumbs: crumbsTo(t, 'calendar', { text: t('registers.calendar.import.title') }),
    model: { action: paths.calendarImport(), back: paths.calendar(), button: t('registers.ask.look'), fields: [{ kind: 'long', name: 'days', label: t('registers.calendar.import.label'), hint: t('registers.calendar.import.hint'), rows: 12 }] },
  };
}

export const calendarImportPages = [
  page({ name: 'calendarImport', path: '/registers/calendar-import', action: 'calendar.write', show }),
  act({
    name: 'setCalendarDays', path: '/registers/calendar-import', action: 'calendar.write', form: newCalendarDays, once: true, read: (fields) => daysOf(one(fields, 'days')),
    ask: async (visit, { days }) => {
      const { desk, t, language, filled } = visit;
      const moves = await previewCalendar(desk, { days });
      const { sentence } = await movesView(visit, moves);
      const moved = (date: string): number => moves.filter(({ duty }) => duty.due === date).length;
      return {
        template: 'components/ask.njk', title: t('registers.calendar.import.title'), wide: true, crumbs: crumbsTo(t, 'calendar', { text: t('registers.calendar.import.title') }),
        model: {
          action: paths.calendarImport(), back: paths.calendarImport(), button: t('registers.calendar.import.act', { count: days.length }), kept: keptOf(filled.values), will: [t('registers.calendar.import.will', { count: days.length }), sentence],
          heads: ['day', 'kind', 'name', 'source', 'moved'].map((column) => t(`registers.calendar.import.${column}`)),
          rows: days.map(({ date, kind, name, source }) => [formats(language).day(date), t(`registers.calendar.kinds.${kind}`), name, source, String(moved(date))]),
        },
      };
    },
    run: ({ desk, caller }, { days }) => setCalendarDays(desk, caller, days),
    then: ({ moved }) => ({ to: paths.calendar(), notice: 'registers.calendar.done', figures: { count: moved.length } }),
    again: show,
  }),
];

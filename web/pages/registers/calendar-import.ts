import { newCalendarDays } from '../../../api/contracts/register.ts';
import { compareWithCalendar, readCalendarFile } from '../../../api/use-cases/calendar-file.ts';
import { previewCalendar, setCalendarDays } from '../../../api/use-cases/calendar.ts';
import type { CalendarDay } from '../../../domain/working-calendar.ts';
import { keptOf, one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { movesView } from './calendar-moves.ts';
import { crumbsTo } from './crumbs.ts';

/** As it was pasted: faults name its lines, so nothing is cut off at its beginning. */
const textOf = (fields: Fields): string => [fields['days']].flat()[0] ?? '';

async function show({ t }: Visit): Promise<View> {
  return {
    template: 'registers/calendar-import.njk', title: t('registers.calendar.import.title'), help: 'registers.calendar.import.help', crumbs: crumbsTo(t, 'calendar', { text: t('registers.calendar.import.title') }),
    model: {
      action: paths.calendarImport(), back: paths.calendar(), button: t('registers.ask.look'),
      fields: [
        { kind: 'long', name: 'days', label: t('registers.calendar.import.label'), hint: t('registers.calendar.import.hint'), rows: 12 },
        { kind: 'line', name: 'source', label: t('registers.calendar.import.sourceOfAll'), hint: t('registers.calendar.import.sourceOfAllHint') },
      ],
    },
  };
}

async function ask(visit: Visit, days: readonly CalendarDay[]): Promise<View> {
  const { desk, t, language, filled } = visit;
  const { day: written } = formats(language);
  const [compared, moves] = await Promise.all([compareWithCalendar(desk, days), previewCalendar(desk, { days })]);
  const { sentence, ...moved } = await movesView(visit, moves);
  const standing = (each: CalendarDay | undefined, isSame: boolean): string => (isSame ? t('registers.calendar.import.same') : each ? `${t(`registers.calendar.kinds.${each.kind}`)}: ${each.name} (${each.source})` : t('registers.calendar.import.new'));
  const changed = compared.filter(({ isSame }) => !isSame).length;
  return {
    template: 'components/ask.njk', title: t('registers.calendar.import.title'), wide: true, crumbs: crumbsTo(t, 'calendar', { text: t('registers.calendar.import.title') }),
    model: {
      action: paths.calendarImport(), back: paths.calendarImport(), button: t('registers.calendar.import.act', { count: days.length }), kept: keptOf(filled.values),
      will: [t('registers.calendar.import.will', { count: days.length, changed }), sentence],
      heads: ['day', 'kind', 'name', 'source', 'now', 'moved'].map((column) => t(`registers.calendar.import.${column}`)),
      rows: compared.map(({ day, was, isSame }) => [
        written(day.date), t(`registers.calendar.kinds.${day.kind}`), day.name, day.source, standing(was, isSame), String(moves.filter(({ duty }) => duty.due === day.date).length),
      ]),
      more: moves.length === 0 ? undefined : { title: t('registers.calendar.moves.title'), ...moved },
    },
  };
}

export const calendarImportPages = [
  page({ name: 'calendarImport', path: '/registers/calendar-import', action: 'calendar.write', show }),
  act({
    name: 'setCalendarDays', path: '/registers/calendar-import', action: 'calendar.write', form: newCalendarDays, once: true,
    read: (fields, { desk }) => ({ days: readCalendarFile(desk, { text: textOf(fields), source: one(fields, 'source') }, '/days') }),
    ask: (visit, { days }) => ask(visit, days),
    run: ({ desk, caller }, { days }) => setCalendarDays(desk, caller, days),
    then: ({ moved }) => ({ to: paths.calendar(), notice: 'registers.calendar.done', figures: { count: moved.length } }),
    again: show,
  }),
];

import { z } from 'zod';
import { day } from '../../../api/contracts/common.ts';
import { newCalendarDay } from '../../../api/contracts/register.ts';
import { previewCalendar, removeCalendarDay, setCalendarDay } from '../../../api/use-cases/calendar.ts';
import { calendarDayKinds } from '../../../domain/working-calendar.ts';
import { keptOf, present } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice } from '../../view/fields.ts';
import { formats } from '../../view/formats.ts';
import { crumbsTo } from './crumbs.ts';
import { movesView } from './calendar-moves.ts';

const byDate = z.object({ date: day });
type At = Visit<{ date: string }>;

const monthOf = (date: string): string => paths.calendar({ month: date.slice(0, 7) });

async function show({ desk, params: { date }, t, language }: At): Promise<View> {
  const entry = (await desk.registers.calendar()).find(date);
  const title = formats(language).day(date);
  return {
    template: 'components/form-page.njk', title, help: 'registers.calendar.dayHelp', crumbs: crumbsTo(t, 'calendar', { text: title }),
    lead: entry ? t(`registers.calendar.is.${entry.kind}`, { name: entry.name }) : t('registers.calendar.is.usual'),
    model: {
      action: paths.calendarDay(date), back: monthOf(date), button: t('registers.ask.look'),
      fields: [
        { kind: 'select', name: 'kind', label: t('registers.calendar.kind'), options: choice(calendarDayKinds, (kind) => t(`registers.calendar.kinds.${kind}`)), value: entry?.kind ?? 'holiday' },
        { kind: 'line', name: 'name', label: t('registers.calendar.name'), value: entry?.name ?? '' }, { kind: 'line', name: 'nameEn', label: t('registers.calendar.nameEn'), value: entry?.nameEn ?? '' },
        { kind: 'line', name: 'source', label: t('registers.calendar.source'), hint: t('registers.calendar.sourceHint'), value: entry?.source ?? '' },
      ],
      removal: entry ? { action: paths.removeCalendarDay(date), text: t('registers.calendar.remove'), hidden: [] } : undefined,
    },
  };
}

async function ask(visit: At, change: Parameters<typeof previewCalendar>[1], action: string, button: string, first: string): Promise<View> {
  const { desk, params: { date }, t, filled, language } = visit;
  const { heads, rows, sentence } = await movesView(visit, await previewCalendar(desk, change));
  const title = formats(language).day(date);
  return { template: 'components/ask.njk', title, wide: true, crumbs: crumbsTo(t, 'calendar', { text: title }), model: { action, back: monthOf(date), button, kept: keptOf(filled.values), will: [first, sentence], heads, rows } };
}

export const calendarDayPages = [
  page({ name: 'calendarDay', path: '/registers/calendar/:date', action: 'calendar.write', params: byDate, show }),
  act({
    name: 'setCalendarDay', path: '/registers/calendar/:date', action: 'calendar.write', params: byDate, form: newCalendarDay.strip(), once: true, read: present,
    ask: (visit, entry) => ask(visit, { days: [{ ...entry, date: visit.params.date }] }, paths.calendarDay(visit.params.date), visit.t('registers.calendar.act'), visit.t(`registers.calendar.will.${entry.kind}`, { name: entry.name })),
    run: ({ desk, caller, params }, entry) => setCalendarDay(desk, caller, { ...entry, date: params.date }),
    then: ({ moved }, { params }) => ({ to: monthOf(params.date), notice: 'registers.calendar.done', figures: { count: moved.length } }),
    again: show,
  }),
  act({
    name: 'removeCalendarDay', path: '/registers/calendar/:date/removal', action: 'calendar.write', params: byDate, once: true,
    ask: (visit) => ask(visit, { removed: [visit.params.date] }, paths.removeCalendarDay(visit.params.date), visit.t('registers.calendar.remove'), visit.t('registers.calendar.will.usual')),
    run: ({ desk, caller, params }) => removeCalendarDay(desk, caller, params.date),
    then: ({ moved }, { params }) => ({ to: monthOf(params.date), notice: 'registers.calendar.done', figures: { count: moved.length } }),
    again: show,
  }),
];

import { z } from 'zod';
import { calendar } from '../../../../api/contracts/cycle.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import type { PlainDate } from '../../../../domain/date.ts';
import { dateReason } from '../../../../domain/launch-dates.ts';
import { dateOf, isPlainDate } from '../../../../domain/plain-date.ts';
import { one, type Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

const single = ['guidance', 'draftsDue', 'appraisalDue', 'approvalDue', 'closing'] as const;

/** Each date with why it is proposed; typed ones with what the calendar says of them. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { desk, t, language, filled } = visit;
  const draft = await readDraft(visit);
  const [found, days] = await Promise.all([desk.record.read.planDocuments.latest(draft.content.planId), desk.registers.calendar()]);
  const nominal = found?.plan.calendar ?? draft.content.calendar;
  const { calendar: now } = draft.content;
  const format = formats(language);
  const today = dateOf(desk.now());
  const rowOf = (field: string, label: string, kept: PlainDate, plans: PlainDate) => {
    const value = one(filled.values, field) || kept;
    if (!isPlainDate(value)) return { field, label, value, day: '', why: '', isOff: true };
    const { why, dayOff } = dateReason(value, plans, days);
    const reason = dayOff ? (language === 'vi' ? dayOff.name : dayOff.nameEn) : t('launch.dates.weekend');
    const words = t(`launch.dates.why.${why === 'off' && field === 'closing' ? 'closing' : why}`, { nominal: format.day(plans), reason });
    return { field, label, value, day: format.day(value), why: value < today ? `${words}; ${t('launch.dates.past')}` : words, isOff: (why === 'off' && field !== 'closing') || value < today };
  };
  const first = single.slice(0, 4).map((name) => rowOf(name, t(`launch.dates.fields.${name}`), now[name], nominal[name]));
  const periods = now.periods.map((period, index) => ({
    quarter: period.quarter, index, from: one(filled.values, `periods.${index}.from`) || period.from, to: one(filled.values, `periods.${index}.to`) || period.to,
    due: rowOf(`periods.${index}.due`, t('launch.dates.fields.report', { quarter: t(`quarters.${period.quarter}`) }), period.due, nominal.periods[index]?.due ?? period.due),
  }));
  return stepView({ draft, step: 'dates', lead: t('launch.dates.lead'), model: { rows: [...first, ...periods.map(({ due }) => due), rowOf('closing', t('launch.dates.fields.closing'), now.closing, nominal.closing)], periods, note: nominal.note } }, visit);
}

const form = z.object({ version, calendar });

async function read(fields: Fields, visit: Visit<InDraft>): Promise<unknown> {
  const { content } = await readDraft(visit);
  return {
    version: versionOf(fields),
    calendar: {
      ...Object.fromEntries(single.map((name) => [name, one(fields, name)])),
      periods: content.calendar.periods.map(({ quarter }, index) => ({ quarter, from: one(fields, `periods.${index}.from`), to: one(fields, `periods.${index}.to`), due: one(fields, `periods.${index}.due`) })),
      ...(content.calendar.note === undefined ? {} : { note: content.calendar.note }),
    },
  };
}

export const datesPage = page({ name: 'launchDates', path: '/cycles/new/:draft/dates', action: 'cycle.launch', params: byDraft, show });
export const datesAct = act({
  name: 'saveLaunchDates', path: '/cycles/new/:draft/dates', action: 'cycle.launch', params: byDraft, quiet: true,
  run: async (visit, fields) => {
    const { version: expected, calendar: dates } = form.parse(await read(fields, visit));
    return saveLaunch(visit.desk, visit.caller, { id: visit.params.draft, version: expected, changes: { calendar: dates } });
  },
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('dates')) }),
  again: show,
  fieldOf: (pointer) => (/^\/calendar\/periods\/\d+$/.test(pointer) ? `${pointer.split('/').slice(2).join('.')}.due` : pointer.split('/').slice(2).join('.')),
});

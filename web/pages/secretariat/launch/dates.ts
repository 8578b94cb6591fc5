import { z } from 'zod';
import { calendar } from '../../../../api/contracts/cycle.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import type { PlainDate } from '../../../../domain/date.ts';
import type { Allowances } from '../../../../domain/cycle.ts';
import { dateReason } from '../../../../domain/launch-dates.ts';
import { dateOf, isPlainDate } from '../../../../domain/plain-date.ts';
import { one, type Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { paceForm, paceModel, readPace, wholeNumber } from './pace.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

const single = ['guidance', 'draftsDue', 'appraisalDue', 'approvalDue', 'closing'] as const;
/** Working days that each kind of work is given, in the order of the year. */
const allowed = ['revision', 'appraisal', 'conclusion', 'approval', 'reportOpens', 'reportGrace'] as const satisfies readonly (keyof Allowances)[];

/** Each date with why it is proposed; typed ones with what the calendar says of them. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { desk, t, language, filled } = visit;
  const draft = await readDraft(visit);
  const [found, days] = await Promise.all([desk.record.read.planDocuments.latest(draft.content.planId), desk.registers.calendar()]);
  const nominal = found?.plan.calendar ?? draft.content.calendar;
  const { calendar: now } = draft.content;
  const format = formats(language);
  const today = dateOf(desk.now());
  const isPast = (date: PlainDate): boolean => draft.content.rehearsal === null && date < today;
  const rowOf = (field: string, label: string, kept: PlainDate, plans: PlainDate) => {
    const value = one(filled.values, field) || kept;
    if (!isPlainDate(value)) return { field, label, value, day: '', why: '', isOff: true };
    const { why, dayOff } = dateReason(value, plans, days);
    const reason = dayOff ? (language === 'vi' ? dayOff.name : dayOff.nameEn) : t('launch.dates.weekend');
    const words = t(`launch.dates.why.${why === 'off' && field === 'closing' ? 'closing' : why}`, { nominal: format.day(plans), reason });
    return { field, label, value, day: format.day(value), why: isPast(value) ? `${words}; ${t('launch.dates.past')}` : words, isOff: (why === 'off' && field !== 'closing') || isPast(value) };
  };
  const first = single.slice(0, 4).map((name) => rowOf(name, t(`launch.dates.fields.${name}`), now[name], nominal[name]));
  const periods = now.periods.map((period, index) => ({
    quarter: period.quarter, index, from: one(filled.values, `periods.${index}.from`) || period.from, to: one(filled.values, `periods.${index}.to`) || period.to,
    due: rowOf(`periods.${index}.due`, t('launch.dates.fields.report', { quarter: t(`quarters.${period.quarter}`) }), period.due, nominal.periods[index]?.due ?? period.due),
  }));
  const allowances = allowed.map((name) => ({ field: `allowances.${name}`, label: t(`launch.dates.allowed.${name}`), value: draft.content.allowances[name] }));
  return stepView({
    draft, step: 'dates', lead: t('launch.dates.lead'),
    model: { rows: [...first, ...periods.map(({ due }) => due), rowOf('closing', t('launch.dates.fields.closing'), now.closing, nominal.closing)], periods, allowances, pace: paceModel(draft.content), note: nominal.note },
  }, visit);
}

const workingDays = wholeNumber(0, 120);
const form = z.object({ version, pace: paceForm, calendar, allowances: z.object(Object.fromEntries(allowed.map((name) => [name, workingDays])) as Record<keyof Allowances, typeof workingDays>) });

async function read(fields: Fields, visit: Visit<InDraft>): Promise<unknown> {
  const { content } = await readDraft(visit);
  return {
    version: versionOf(fields), pace: readPace(fields), allowances: Object.fromEntries(allowed.map((name) => [name, one(fields, `allowances.${name}`)])),
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
    const { version: expected, pace, calendar: dates, allowances } = form.parse(await read(fields, visit));
    return saveLaunch(visit.desk, visit.caller, { id: visit.params.draft, version: expected, changes: { calendar: dates, allowances, rehearsal: pace } });
  },
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('dates')) }),
  again: show,
  fieldOf,
});

/** Pointers of the form and of refusals, as the fields are named. */
function fieldOf(pointer: string): string {
  const [, first = '', ...rest] = pointer.split('/');
  if (first === 'allowances') return [first, ...rest].join('.');
  return first === 'calendar' && rest[0] === 'periods' && rest.length === 2 ? `${rest.join('.')}.due` : rest.join('.');
}

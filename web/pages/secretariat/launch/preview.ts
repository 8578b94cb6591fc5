import { z } from 'zod';
import { canLaunch, dropLaunch, launchDraft, proposeLaunch, takeBackLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { needsSecondPerson } from '../../../../api/use-cases/launching.ts';
import { previewLaunch, type LaunchPreview } from '../../../../api/use-cases/launch-preview.ts';
import { namesOf } from '../../../../api/use-cases/people.ts';
import type { LaunchDraft } from '../../../../domain/launch-draft.ts';
import { dateOf } from '../../../../domain/plain-date.ts';
import { Refused } from '../../../../domain/refusals.ts';
import type { Unreached } from '../../../../domain/unreached.ts';
import { aspects } from '../../../../domain/plan.ts';
import { faultsOf } from '../../../http/field-faults.ts';
import { act, page, type Act, type AnyPage, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { filesOf } from './guidance.ts';
import { byDraft, readDraft, stepView, version, type InDraft, type Step } from './steps.ts';

/** The step in which a place of the launch is mended. */
const stepOf = (pointer: string): Step => (pointer.startsWith('/calendar') || pointer.startsWith('/rehearsal') ? 'dates' : pointer.startsWith('/roles') ? 'roles' : 'units');

function leadOf({ units, targets, firstReminder, rehearsal }: LaunchPreview, { t, language }: Visit): string {
  if (rehearsal) return t('launch.preview.leadRehearsal', { units, targets, minutes: rehearsal.minutes });
  return firstReminder === undefined ? t('launch.preview.leadNoReminder', { units, targets }) : t('launch.preview.lead', { units, targets, date: formats(language).day(firstReminder) });
}

/** Units named in a line, each with the page on which its people are kept; the rest are counted. */
const named = 5;

function unreachedRow({ to, channel, units }: Unreached, { t }: Visit, nameOf: (code: string) => string) {
  const figures = { count: units.length, to: t(`launch.reminders.to.${to}`), way: t(`launch.reminders.way.${channel}`) };
  return {
    text: t(units.length === 0 ? 'launch.preview.unreached.desk' : channel === 'email' ? `launch.preview.unreached.${to}` : 'launch.preview.unreached.phone', figures),
    units: units.slice(0, named).map((code) => ({ text: nameOf(code), href: paths.contacts(code) })), more: Math.max(0, units.length - named),
  };
}

/** The dates of a real year with those that have passed: they keep nothing from being launched, and somebody should know. */
function datesOf({ content: { calendar, rehearsal } }: LaunchDraft, { plansDue }: LaunchPreview, { desk, t }: Visit) {
  const today = dateOf(desk.now());
  const rows = [
    ...(['guidance', 'draftsDue', 'appraisalDue', 'approvalDue'] as const).map((name) => ({ label: t(`launch.dates.fields.${name}`), planned: calendar[name], date: name === 'draftsDue' ? plansDue ?? calendar[name] : calendar[name] })),
    ...calendar.periods.map(({ quarter, due }) => ({ label: t('launch.dates.fields.report', { quarter: t(`quarters.${quarter}`) }), planned: due, date: due })),
  ];
  return rows.map((row) => ({ ...row, isPast: rehearsal === null && row.planned < today, isMoved: row.date !== row.planned }));
}

/** Everything once more, what would happen, what is still wrong, and the one button. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { desk, caller, t } = visit;
  const draft = await readDraft(visit);
  const [preview, register] = await Promise.all([previewLaunch(desk, draft), desk.registers.units()]);
  const { roles } = draft.content;
  const dates = datesOf(draft, preview, visit);
  const nameOf = (code: string): string => register.get(code)?.name ?? code;
  const names = await namesOf(desk, [draft.proposedBy]);
  const faults = preview.errors.length === 0 ? [] : faultsOf(new Refused('invalid-input', { errors: preview.errors }), visit)?.faults ?? [];
  return stepView({
    draft, step: 'preview', wide: false, lead: leadOf(preview, visit),
    model: {
      preview, dates, pastDates: dates.filter(({ isPast }) => isPast).length, unreached: preview.unreached.map((each) => unreachedRow(each, visit, nameOf)), files: filesOf(draft, visit), problems: faults.map(({ message }, index) => ({ message, href: paths.launchStep(draft.id, stepOf(preview.errors[index]?.pointer ?? '')) })),
      holders: [...aspects.map((aspect) => ({ part: t('launch.roles.appraiser', { aspect: t(`aspects.${aspect}`) }), name: nameOf(roles.appraisers[aspect]) })),
        ...(['leadAppraiser', 'approver', 'secretariat', 'committee'] as const).map((part) => ({ part: t(`launch.roles.${part}`), name: nameOf(roles[part]) }))],
      needsSecond: needsSecondPerson(desk, draft.content.rehearsal), canLaunch: canLaunch(desk, caller, draft), isOwn: draft.proposedBy === caller.actor.id, proposer: draft.proposedBy === null ? '' : names.get(draft.proposedBy),
    },
  }, visit);
}

export const previewPage = page({ name: 'launchPreview', path: '/cycles/new/:draft/preview', action: 'cycle.launch', params: byDraft, show });

const common = { action: 'cycle.launch', params: byDraft, form: z.object({ version }), once: true, again: show } as const;
const actOn = <Result>(name: string, run: (visit: Visit<InDraft>, version: number) => Promise<Result>, then: (result: Result, draft: string) => ReturnType<Act['then']>): AnyPage => act({
  ...common, name: `${name}Launch`, path: `/cycles/new/:draft/${name}`, run: (visit, given) => run(visit, given.version), then: (result: Result, { params }) => then(result, params.draft),
});

const at = ({ params }: Visit<InDraft>, expected: number) => ({ id: params.draft, version: expected });

export const previewActs: readonly AnyPage[] = [
  actOn('launch', (visit, expected) => launchDraft(visit.desk, visit.caller, at(visit, expected)), ({ id }) => ({ to: paths.progress(id), notice: 'launch.preview.done' })),
  actOn<LaunchDraft>('propose', (visit, expected) => proposeLaunch(visit.desk, visit.caller, at(visit, expected)), (_, draft) => ({ to: paths.launchStep(draft, 'preview'), notice: 'launch.preview.proposed' })),
  actOn<LaunchDraft>('unpropose', (visit, expected) => takeBackLaunch(visit.desk, visit.caller, at(visit, expected)), (_, draft) => ({ to: paths.launchStep(draft, 'units'), notice: 'launch.preview.takenBack' })),
  actOn<LaunchDraft>('drop', (visit, expected) => dropLaunch(visit.desk, visit.caller, at(visit, expected)), () => ({ to: paths.launches(), notice: 'launch.preview.dropped' })),
];

import { planPlace } from '../../../../api/contracts/common.ts';
import { tellUnitStory, type StoryEntry, type UnitStory } from '../../../../api/use-cases/unit-story.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import { quarters } from '../../../../domain/plan.ts';
import { isPlainDate, dateOf } from '../../../../domain/plain-date.ts';
import { calendarAt } from '../../../../domain/cycle-clock.ts';
import { isOpen } from '../../../../domain/stages.ts';
import { page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { dutyDueView } from '../../../view/due.ts';
import { formats } from '../../../view/formats.ts';
import { exemptWords } from '../../../view/joining.ts';
import { whatOf } from '../duties/rows.ts';
import { mailRows } from './mails.ts';

type In = { cycle: string; unit: string };

async function show(visit: Visit<In>): Promise<View> {
  const { desk, caller, params, t } = visit;
  const [story, mails, cycle, register, calendar] = await Promise.all([tellUnitStory(desk, caller, params), mailRows(visit, params), desk.registers.cycle(params.cycle), desk.registers.units(), desk.registers.calendar()]);
  const name = register.get(params.unit)?.name ?? params.unit;
  const today = dateOf(calendarAt(cycle.clock, desk.now()));
  const order = [null, ...quarters];
  const duties = story.duties.toSorted((a, b) => order.indexOf(a.quarter) - order.indexOf(b.quarter));
  const open = duties.filter(({ kind, state }) => isOpen(kind, state)).length;
  return {
    template: 'secretariat/story.njk', title: name, lead: duties.length === 0 ? t('secretariat.story.none') : t('secretariat.story.lead', { count: duties.length, open }), help: 'secretariat.story.help', cycle, wide: true,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('secretariat.members.title'), href: paths.members(cycle.id) }, { text: name }],
    model: {
      exempt: exemptWords(cycle, story.member, t, formats(visit.language)),
      duties: duties.map((duty) => ({ ...duty, what: whatOf(duty, t), href: paths.duty(duty), due: isOpen(duty.kind, duty.state) ? dutyDueView(duty, today, calendar, t) : undefined })),
      submissions: story.submissions.map((each) => ({ ...each, what: whatOf(each, t), href: paths.version(each, each.number) })),
      mails, log: isAllowed(caller.actor, 'delivery.read') ? paths.deliveries(params) : undefined,
      days: daysOf(entriesOf(story, params, visit), visit),
    },
  };
}

interface Told {
  readonly at: number;
  readonly text: string;
  readonly by: string;
  /** The reason that was given, or the message that went along. */
  readonly said: string | undefined;
  readonly href: string | undefined;
}

/** What happened, in words of the locales; an act that has none of its own is told by its name. Reminders of the ladder stand between. */
function entriesOf({ entries, reminders }: UnitStory, { cycle, unit }: In, { t, language }: Visit<In>): readonly Told[] {
  const format = formats(language);
  const acts = entries.map((entry): Told => ({ at: entry.at, text: wordsOf(entry, t, (date) => format.day(date)), by: entry.by ?? t('secretariat.story.bySystem'), said: saidOf(entry, t), href: entry.kind ? paths.duty({ cycle, unit, quarter: entry.quarter }) : undefined }));
  const sent = reminders.filter(({ rung }) => !rung.startsWith('manual/')).map((reminder): Told => ({ at: reminder.sentAt, text: t(`secretariat.story.reminder.${reminder.to}`), by: t('secretariat.story.bySystem'), said: undefined, href: undefined }));
  return [...acts, ...sent].toSorted((a, b) => b.at - a.at);
}

function wordsOf({ act, kind, quarter, aspect, details }: StoryEntry, t: Visit['t'], day: (date: string) => string): string {
  const due = text(details['due']);
  const figures = { what: kind ? whatOf({ quarter }, t) : '', due: due !== undefined && isPlainDate(due) ? day(due) : '', act, aspect: aspect ? t(`aspects.${aspect}`) : '' };
  return t(t.has(`acts.${act}`) ? `acts.${act}` : 'acts.other', figures);
}

function saidOf({ reason, details }: StoryEntry, t: Visit['t']): string | undefined {
  const message = text(details['message']);
  if (reason !== undefined) return t('secretariat.story.reason', { reason });
  return message === undefined ? undefined : t('secretariat.story.message', { reason: message });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Entries under the day they happened on. */
function daysOf(told: readonly Told[], { language }: Visit<In>) {
  const { day, time } = formats(language);
  return [...grouped(told)].map(([date, entries]) => ({ day: day(date), entries: entries.map((entry) => ({ ...entry, time: time(entry.at) })) }));
}

function grouped(told: readonly Told[]): Map<string, Told[]> {
  const days = new Map<string, Told[]>();
  for (const entry of told) days.set(dateOf(entry.at), [...(days.get(dateOf(entry.at)) ?? []), entry]);
  return days;
}

export const storyPage = page({ name: 'unitStory', path: '/cycles/:cycle/units/:unit', action: 'unit.story', scope: 'unit', params: planPlace, show });

import type { Cycle } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import type { FeedEntry } from '../../domain/feed.ts';
import { reportDutyId } from '../../domain/ids.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { openStates } from '../../domain/stages.ts';
import type { Language } from '../../domain/text.ts';
import { morningOf } from '../../domain/view/office-hours.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Person } from './caller.ts';
import type { Desk } from './desk.ts';
import { directiveTitle, dutyTitle, workTitle } from './feed-words.ts';
import { listWork, type WorkItem } from './work.ts';

/** Ids are ours; the ending keeps them apart from other calendars' (RFC 7986, 5.3). */
const uidOf = (id: string): string => `${id}@chu-trinh`;

const open = [...openStates('plan'), ...openStates('report')];

/** Cycles whose dates are dates: those of a rehearsal pass in minutes. */
const realCycles = async ({ record }: Desk): Promise<readonly Cycle[]> => (await record.read.cycles.listOpen()).filter(({ rehearsal }) => !rehearsal);

/** On the day that is written. */
type Undated = Omit<FeedEntry, 'alarms'>;

/** Working days before an entry on whose mornings it reminds. */
const alarmDays = [3, 1] as const;

/** On the working day on which it really ends. */
function dated(calendar: WorkingCalendar, entry: Undated): FeedEntry {
  const date = calendar.dueOn(entry.date);
  return { ...entry, date, alarms: alarmDays.map((days) => morningOf(calendar.addWorkingDays(date, -days))) };
}

type Modified = ReadonlyMap<string, Instant>;

/** Everything that waits for a person, and the due dates of the person's unit. */
export async function entriesOfPerson(desk: Desk, actor: Person, language: Language): Promise<readonly FeedEntry[]> {
  const [own, items] = await Promise.all([entriesOfUnit(desk, actor.unit, language), listWork(desk, { actor })]);
  const others = items.filter(({ rehearsal, what }) => !rehearsal && what !== 'write-plan' && what !== 'write-report');
  return [...own, ...(await entriesOfWork(desk, others, language))];
}

/** What is awaited of a unit, what will be, and what the committee told it to do. */
export async function entriesOfUnit(desk: Desk, unit: string, language: Language): Promise<readonly FeedEntry[]> {
  return (await Promise.all((await realCycles(desk)).map((cycle) => entriesIn(desk, cycle, unit, language)))).flat();
}

async function entriesIn(desk: Desk, cycle: Cycle, unit: string, language: Language): Promise<readonly FeedEntry[]> {
  const { read } = desk.record;
  const [duties, directives, member, calendar] = await Promise.all([
    read.duties.all({ cycle: cycle.id, unit }), read.directives.list(cycle.id, unit), read.cycleUnits.find(cycle.id, unit), desk.registers.calendar(),
  ]);
  if (!member || member.leftOn !== null) return [];
  const awaited = duties.filter(({ state }) => open.includes(state));
  const told = directives.filter(({ state }) => state === 'open');
  const modified = await read.audit.lastActs([...awaited, ...told].map(({ id }) => id));
  const since = cycle.publishedAt ?? cycle.createdAt;
  return [
    ...awaited.map((duty) => entryOfDuty(desk, cycle, duty, modified, language)),
    ...comingReports(desk, cycle, unit, duties).map(({ quarter, due }): Undated => ({
      uid: uidOf(reportDutyId(cycle.id, quarter, unit)), sequence: 0, modifiedAt: since, date: due, title: dutyTitle(language, { kind: 'report', quarter, state: 'open' }, cycle.year), url: `${desk.publicUrl}/cycles/${cycle.id}`,
    })),
    ...told.map(({ id, number, version, due, decidedAt }): Undated => ({
      uid: uidOf(id), sequence: version, modifiedAt: modified.get(id) ?? decidedAt, date: due, title: directiveTitle[language](number), url: `${desk.publicUrl}/cycles/${cycle.id}/directives/${id}`,
    })),
  ].map((entry) => dated(calendar, entry));
}

/** Rounds that have not been opened for the unit: their entry becomes the report's when it is. */
function comingReports(desk: Desk, { id, settings }: Cycle, unit: string, duties: readonly Duty[]): Cycle['settings']['calendar']['periods'] {
  const known = new Set(duties.map((duty) => duty.id));
  return settings.calendar.periods.filter(({ quarter, due }) => !known.has(reportDutyId(id, quarter, unit)) && due >= dateOf(desk.now()));
}

/** The version of a duty counts everything that happens to it, an extension too. */
function entryOfDuty({ publicUrl }: Desk, { year }: Cycle, duty: Duty, modified: Modified, language: Language): Undated {
  return { uid: uidOf(duty.id), sequence: duty.version, modifiedAt: modified.get(duty.id) ?? duty.openedAt, date: duty.due, title: dutyTitle(language, duty, year), url: `${publicUrl}${pathOf(duty)}` };
}

const pathOf = ({ cycle, unit, quarter }: Pick<Duty, 'cycle' | 'unit' | 'quarter'>): string => (quarter === null ? `/cycles/${cycle}/plans/${unit}` : `/cycles/${cycle}/reports/${quarter}/${unit}`);

/** Work of one kind with one due date is one entry, however many units it concerns. */
async function entriesOfWork(desk: Desk, items: readonly WorkItem[], language: Language): Promise<readonly FeedEntry[]> {
  const [units, modified, cycles, calendar] = await Promise.all([desk.registers.units(), desk.record.read.audit.lastActs(items.map(({ duty }) => duty)), realCycles(desk), desk.registers.calendar()]);
  const years = new Map(cycles.map(({ id, year }) => [id, year]));
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const key = [item.what, item.cycle, item.quarter ?? 'plan', item.aspect ?? 'all', item.due].join('/');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].flatMap(([key, group]): FeedEntry[] => {
    const [first] = group;
    if (!first) return [];
    const modifiedAt = Math.max(0, ...group.map(({ duty }) => modified.get(duty) ?? 0));
    const names = group.map(({ unit }) => units.get(unit)?.name ?? unit);
    const url = `${desk.publicUrl}${group.length === 1 ? pathOf(first) : '/work'}`;
    return [dated(calendar, { uid: uidOf(key), sequence: Math.floor(modifiedAt / 60_000), modifiedAt, date: first.due, title: workTitle(language, first, years.get(first.cycle) ?? 0, names), url })];
  });
}

import type { AuditRow } from '../../domain/audit.ts';
import type { CycleUnit } from '../../domain/cycle.ts';
import type { Decision, Duty, Opinion, Reminder } from '../../domain/duty.ts';
import { parseDutyId } from '../../domain/ids.ts';
import { Refused } from '../../domain/refusals.ts';
import type { DutyKind } from '../../domain/stages.ts';
import type { Aspect, Quarter } from '../../domain/plan.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { summaryOf, type SubmissionSummary } from './duty-view.ts';
import { namesOf } from './people.ts';
import { authorise } from './place.ts';

export interface StoryEntry {
  readonly id: number;
  readonly at: number;
  readonly act: string;
  /** A person's name; undefined where the year acted by itself. */
  readonly by: string | undefined;
  readonly kind: DutyKind | undefined;
  readonly quarter: Quarter | null;
  /** Of an opinion. */
  readonly aspect: Aspect | undefined;
  /** The reason that was given: with the act, with the decision, with the opinion. */
  readonly reason: string | undefined;
  readonly details: AuditRow['details'];
}

export interface UnitStory {
  readonly member: CycleUnit;
  readonly duties: readonly Duty[];
  /** In the order of their duties, the newest first. */
  readonly submissions: readonly SubmissionSummary[];
  /** The newest first. */
  readonly entries: readonly StoryEntry[];
  readonly reminders: readonly Reminder[];
}

/** Rows and reminders of one unit that are read at most. */
const most = 500;

/** Who did what to a unit's plan and reports of a cycle, with people's names; what was refused is not part of it. */
export async function tellUnitStory(desk: Desk, caller: Caller, { cycle: id, unit }: { cycle: string; unit: string }): Promise<UnitStory> {
  const { read } = desk.record;
  const cycle = await desk.registers.cycle(id);
  authorise(caller, 'unit.story', cycle, unit);
  const member = await read.cycleUnits.find(id, unit);
  if (!member) throw new Refused('not-in-cycle', { figures: { unit, cycle: id } });
  const [duties, rows, reminders] = await Promise.all([
    read.duties.all({ cycle: id, unit }), read.audit.list({ cycle: id, unit }, { limit: most }), read.reminders.list({ cycle: id, unit }, { limit: most }),
  ]);
  const [submissions, decisions, opinions] = await Promise.all([
    Promise.all(duties.map(async (duty) => (await read.submissions.listOf(duty.id)).map(summaryOf).toReversed())),
    Promise.all(duties.map((duty) => read.decisions.listOf(duty.id))), Promise.all(duties.map((duty) => read.opinions.listOf(duty.id))),
  ]);
  const done = rows.items.filter(({ outcome }) => outcome === 'done');
  const names = await namesOf(desk, done.map(personOf));
  const told = { decisions: decisions.flat(), opinions: opinions.flat() };
  return { member, duties, submissions: submissions.flat(), reminders: reminders.items, entries: done.map((row) => entryOf(row, names, told)) };
}

const personOf = ({ actor }: AuditRow): string | null => (actor.startsWith('account:') ? actor.slice('account:'.length) : null);

function entryOf(row: AuditRow, names: ReadonlyMap<string, string>, { decisions, opinions }: { readonly decisions: readonly Decision[]; readonly opinions: readonly Opinion[] }): StoryEntry {
  const of = parseDutyId(row.subject);
  const person = personOf(row);
  const decision = decisions.find(({ duty, decidedAt, kind }) => duty === row.subject && decidedAt === row.at && kind === row.act);
  const opinion = row.act === 'giveOpinion' ? opinions.find(({ duty, givenAt, givenBy }) => duty === row.subject && givenAt === row.at && givenBy === person) : undefined;
  const { reason } = row.details;
  return {
    id: row.id, at: row.at, act: row.act, by: person === null ? undefined : names.get(person), kind: of?.kind, quarter: of?.quarter ?? null, aspect: opinion?.aspect,
    reason: (typeof reason === 'string' ? reason : decision?.reason ?? opinion?.reason ?? '') || undefined, details: row.details,
  };
}

import type { AuditRow } from '../../domain/audit.ts';
import type { Duty, Reminder } from '../../domain/duty.ts';
import { parseDutyId } from '../../domain/ids.ts';
import { Refused } from '../../domain/refusals.ts';
import type { DutyKind } from '../../domain/stages.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
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
  readonly details: AuditRow['details'];
}

export interface UnitStory {
  readonly duties: readonly Duty[];
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
  if (!(await read.cycleUnits.find(id, unit))) throw new Refused('not-in-cycle', { figures: { unit, cycle: id } });
  const [duties, rows, reminders] = await Promise.all([
    read.duties.all({ cycle: id, unit }), read.audit.list({ cycle: id, unit }, { limit: most }), read.reminders.list({ cycle: id, unit }, { limit: most }),
  ]);
  const done = rows.items.filter(({ outcome }) => outcome === 'done');
  const personOf = ({ actor }: AuditRow): string | null => (actor.startsWith('account:') ? actor.slice('account:'.length) : null);
  const names = await namesOf(desk, done.map(personOf));
  return {
    duties, reminders: reminders.items,
    entries: done.map((row) => {
      const of = parseDutyId(row.subject);
      const person = personOf(row);
      return { id: row.id, at: row.at, act: row.act, by: person === null ? undefined : names.get(person), kind: of?.kind, quarter: of?.quarter ?? null, details: row.details };
    }),
  };
}

import type { Cycle } from '../../domain/cycle.ts';
import type { Plan } from '../../domain/plan.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { workingCalendar, type CalendarDay, type WorkingCalendar } from '../../domain/working-calendar.ts';

/** How long another server's change to the unit register or the working calendar may go unnoticed here. */
const freshForMs = 2_000;

/** What changes rarely and is asked for on every act, kept in this process: plans for ever (by hash), registers for moments. */
export interface Registers {
  plan(hash: string): Promise<Plan>;
  units(): Promise<ReadonlyMap<string, Unit>>;
  calendarDays(): Promise<readonly CalendarDay[]>;
  calendar(): Promise<WorkingCalendar>;
  waivers(cycle: string): Promise<readonly Waiver[]>;
  /** The cycle of the year before, if there is one that ran on the ordinary clock. */
  cycleOf(year: number): Promise<string | undefined>;
  /** A cycle as of moments ago: for what is computed before an act, which asks again inside its transaction. */
  cycle(id: string): Promise<Cycle>;
  /** Members of a cycle who have not left. */
  members(cycle: string): Promise<ReadonlySet<string>>;
  /** To be called after this process has written to a register. */
  forget(): void;
}

export function createRegisters(record: Pick<RecordStore, 'read'>, now: () => number): Registers {
  const plans = new Map<string, Plan>();
  let kept = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();

  function fresh<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
    const known = kept.get(name);
    if (known && now() - known.at < freshForMs) return known.value as Promise<Value>;
    const value = load();
    kept.set(name, { at: now(), value });
    value.catch(() => kept.delete(name));
    return value;
  }

  return {
    async plan(hash) {
      const known = plans.get(hash) ?? (await record.read.planDocuments.find(hash));
      if (!known) throw new Refused('not-found', { figures: { subject: `plan ${hash}` } });
      plans.set(hash, known);
      return known;
    },
    units: () => fresh('units', async () => new Map((await record.read.units.list()).map((unit) => [unit.code, unit]))),
    cycle: (id) => fresh(`cycle ${id}`, async () => {
      const cycle = await record.read.cycles.find(id);
      if (!cycle) throw new Refused('not-found', { figures: { subject: id } });
      return cycle;
    }),
    calendar: () => fresh('calendar', async () => workingCalendar(await record.read.calendarDays.list())),
    waivers: (cycle) => fresh(`waivers ${cycle}`, () => record.read.waivers.listOf(cycle)),
    cycleOf: (year) => fresh(`cycle of ${year}`, async () => (await record.read.cycles.list()).find((cycle) => cycle.year === year && !cycle.rehearsal && cycle.state !== 'cancelled')?.id),
    calendarDays: () => fresh('calendarDays', () => record.read.calendarDays.list()),
    members: (cycle) => fresh(`members ${cycle}`, async () => new Set((await record.read.cycleUnits.list(cycle)).filter(({ leftOn }) => leftOn === null).map(({ unit }) => unit))),
    forget: () => { kept = new Map(); },
  };
}

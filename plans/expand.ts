import type { PlanTask } from '../domain/plan.ts';
import { isUnitValidOn, type Unit } from '../domain/unit.ts';
import type { PlanFile } from './schema.ts';

type Named = Pick<PlanFile, 'units' | 'calendar'>;

/** What a task of a plan file may name besides a register code: `each` unit that runs the plan, or a group of the register as it stands on the day of the guidance. */
export function unitsNamed(name: string, { units, calendar }: Named, known: ReadonlyMap<string, Unit>): readonly string[] {
  if (name === 'each') return units;
  if (known.has(name)) return [name];
  return [...known.values()].filter((unit) => unit.group === name && isUnitValidOn(unit, calendar.guidance)).map(({ code }) => code);
}

/**
 * The plan with the groups in its tasks written out as codes. Of a unit that would both lead and coordinate a task, the part
 * in which the file names it by its code stands; both stand when both do.
 */
export function withUnitsWrittenOut(plan: PlanFile, known: ReadonlyMap<string, Unit>): PlanFile {
  const codes = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => unitsNamed(name, plan, known)))];
  return { ...plan, tasks: plan.tasks.map((task) => written(task, codes)) };
}

function written({ lead, coordinating, executing, ...task }: PlanTask, codes: (names: readonly string[]) => string[]): PlanTask {
  const leads = codes(lead).filter((code) => lead.includes(code) || coordinating?.includes(code) !== true);
  return {
    ...task,
    lead: leads,
    ...(coordinating === undefined ? {} : { coordinating: codes(coordinating).filter((code) => coordinating.includes(code) || !leads.includes(code)) }),
    ...(executing === undefined ? {} : { executing: codes(executing) }),
  };
}

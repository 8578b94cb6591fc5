import type { PlainDate } from '../../domain/date.ts';
import type { PlanBody } from '../../domain/plan-draft.ts';
import { isUnitValidOn, type Unit } from '../../domain/unit.ts';

/** Who does the work of a unit on a day: itself, or those that took over, over however many changes; nobody when it ended without a successor. */
function onDay(register: ReadonlyMap<string, Unit>, code: string, day: PlainDate, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const unit = register.get(code);
  if (!unit || seen.has(code) || isUnitValidOn(unit, day) || unit.validFrom > day) return [code];
  return (unit.successors ?? []).flatMap((next) => onDay(register, next, day, new Set([...seen, code])));
}

/**
 * A plan of another year with the units of that year: who took over stands for who ended before the guidance. A unit that ended without a successor
 * leaves the list of units; in a part, a target or a task it stays, for somebody to decide.
 */
export function unitsOnDay(body: PlanBody, register: ReadonlyMap<string, Unit>): PlanBody {
  const day = body.calendar.guidance;
  const after = (code: string): readonly string[] => onDay(register, code, day);
  const one = (code: string): string => {
    const [only, ...others] = after(code);
    return only === undefined || others.length > 0 ? code : only;
  };
  const all = (codes: readonly string[]): readonly string[] => [...new Set(codes.flatMap((code) => { const next = after(code); return next.length > 0 ? next : [code]; }))];
  const { appraisers, ...roles } = body.roles;
  const renamed = <T extends Readonly<Record<string, string>>>(parts: T): T => Object.fromEntries(Object.entries(parts).map(([part, code]) => [part, one(code)])) as T;
  return {
    ...body, units: [...new Set(body.units.flatMap((code) => after(code)))], roles: { ...renamed(roles), appraisers: renamed(appraisers) },
    targets: body.targets.map((target) => ({ ...target, reportedBy: one(target.reportedBy), ...(target.appliesTo.units === undefined ? {} : { appliesTo: { ...target.appliesTo, units: all(target.appliesTo.units) } }) })),
    tasks: body.tasks.map((task) => ({ ...task, lead: all(task.lead), ...(task.coordinating === undefined ? {} : { coordinating: all(task.coordinating) }), ...(task.executing === undefined ? {} : { executing: all(task.executing) }) })),
  };
}

import type { Plan } from '../../../domain/plan.ts';
import { isUnitValidOn, type Unit, type UnitLevel } from '../../../domain/unit.ts';
import { CommandFailed, exitStatus } from '../../exit.ts';

/** `count` units of the plan, the first of each level in turn, in the plan's order; for more than it has, others of the register at the same levels. */
export function rehearsedUnits(plan: Pick<Plan, 'id' | 'units' | 'calendar'>, register: readonly Unit[], count = plan.units.length): readonly string[] {
  const levelOf = new Map(register.map((unit) => [unit.code, unit.level]));
  if (count < plan.units.length) return ofEachLevel(plan.units, levelOf, count);
  const levels = new Set(plan.units.map((code) => levelOf.get(code)));
  const others = register.filter((unit) => !plan.units.includes(unit.code) && levels.has(unit.level) && isUnitValidOn(unit, plan.calendar.draftsDue));
  const all = [...plan.units, ...others.map((unit) => unit.code).toSorted()];
  if (count > all.length) throw new CommandFailed(`Only ${all.length} units of the register could run ${plan.id}; ${count} were asked for`, exitStatus.usage);
  return all.slice(0, count);
}

function ofEachLevel(units: readonly string[], levelOf: ReadonlyMap<string, UnitLevel>, count: number): readonly string[] {
  const placeOf = new Map(units.map((code, index) => [code, units.slice(0, index).filter((before) => levelOf.get(before) === levelOf.get(code)).length]));
  const chosen = new Set(units.toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)).slice(0, count));
  return units.filter((code) => chosen.has(code));
}

import type { Plan } from '../../../domain/plan.ts';
import { isUnitValidOn, type Unit, type UnitLevel } from '../../../domain/unit.ts';
import { CommandFailed, exitStatus } from '../../exit.ts';

type RehearsedPlan = Pick<Plan, 'id' | 'issuer' | 'units' | 'calendar'>;

/** `count` units of the plan, the first of each level in turn, in the plan's order; for more than it has, others under its issuer at the same levels. */
export function rehearsedUnits(plan: RehearsedPlan, register: readonly Unit[], count = plan.units.length): readonly string[] {
  const known = new Map(register.map((unit) => [unit.code, unit]));
  const levelOf = (code: string): UnitLevel | undefined => known.get(code)?.level;
  if (count < plan.units.length) return ofEachLevel(plan.units, levelOf, count);
  const levels = new Set(plan.units.map(levelOf));
  const others = register.filter((unit) => !plan.units.includes(unit.code) && levels.has(unit.level) && isUnder(plan.issuer, unit, known) && isUnitValidOn(unit, plan.calendar.draftsDue));
  const all = [...plan.units, ...others.map((unit) => unit.code).toSorted()];
  if (count > all.length) throw new CommandFailed(`Only ${all.length} units of the register could run ${plan.id}; ${count} were asked for`, exitStatus.usage);
  return all.slice(0, count);
}

function ofEachLevel(units: readonly string[], levelOf: (code: string) => UnitLevel | undefined, count: number): readonly string[] {
  const placeOf = new Map(units.map((code, index) => [code, units.slice(0, index).filter((before) => levelOf(before) === levelOf(code)).length]));
  const chosen = new Set(units.toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)).slice(0, count));
  return units.filter((code) => chosen.has(code));
}

/** Whether a unit answers to the issuer before it answers to another province or district; one without a parent might. */
function isUnder(issuer: string, unit: Unit, known: ReadonlyMap<string, Unit>): boolean {
  for (let above = unit.parent; above !== undefined; above = known.get(above)?.parent) {
    if (above === issuer) return true;
    const level = known.get(above)?.level;
    if (level === 'province' || level === 'district') return false;
  }
  return true;
}

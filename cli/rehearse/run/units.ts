import type { Plan } from '../../../domain/plan.ts';
import { isUnitValidOn, type Unit } from '../../../domain/unit.ts';
import { CommandFailed, exitStatus } from '../../exit.ts';

/** The first `count` units of the plan; for more than it has, others of the register at the same levels. */
export function rehearsedUnits(plan: Pick<Plan, 'id' | 'units' | 'calendar'>, register: readonly Unit[], count = plan.units.length): readonly string[] {
  const levels = new Set(register.filter((unit) => plan.units.includes(unit.code)).map((unit) => unit.level));
  const others = register.filter((unit) => !plan.units.includes(unit.code) && levels.has(unit.level) && isUnitValidOn(unit, plan.calendar.draftsDue));
  const all = [...plan.units, ...others.map((unit) => unit.code).toSorted()];
  if (count > all.length) throw new CommandFailed(`Only ${all.length} units of the register could run ${plan.id}; ${count} were asked for`, exitStatus.usage);
  return all.slice(0, count);
}

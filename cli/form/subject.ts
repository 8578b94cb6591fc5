import type { CheckInput } from '../../domain/check.ts';
import type { PlainDate } from '../../domain/date.ts';
import { periodId } from '../../domain/ids.ts';
import { parsePeriodId } from '../../domain/period.ts';
import { atTime, dateOf } from '../../domain/plain-date.ts';
import type { PlanPeriod } from '../../domain/plan.ts';
import type { Unit } from '../../domain/unit.ts';
import { loadUnits, planIds } from '../../plans/load.ts';
import type { PlanFile } from '../../plans/schema.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { planOf, usable } from '../plan/input.ts';
import { meant, nearest } from './nearest.ts';

/** A plan, and the register that its units come from. */
export interface PlanAndUnits {
  readonly plan: PlanFile;
  readonly units: ReadonlyMap<string, Unit>;
}

/** `place` is what names the plan or the unit, for example `form.yaml:3:7 plan`; what is unknown ends the command with status 2 and the nearest known name. */
export function planAndUnits(id: string, place: string): PlanAndUnits {
  const ids = planIds();
  if (!ids.includes(id)) throw new CommandFailed(`${place}: không có kế hoạch “${id}”${meant(id, ids)} (chấp nhận: ${ids.join(', ')})`, exitStatus.usage);
  const plan = planOf(id);
  return { plan, units: usable(() => loadUnits(plan.register)) };
}

export function unitOf({ plan, units }: PlanAndUnits, code: string, place: string): Unit {
  const unit = units.get(code);
  if (unit) return unit;
  const known = nearest(code, units.keys());
  throw new CommandFailed(`${place}: đơn vị “${code}” không có trong danh bạ ${plan.register}${known === undefined ? '' : ` (có phải “${known}”, ${units.get(known)?.name ?? ''}?)`} (chấp nhận: ${plan.units.join(', ')})`, exitStatus.usage);
}

export type NamedPeriod = NonNullable<CheckInput['period']>;

/** The plan's period of an id; undefined when the plan has none of it. */
export function periodOf({ year, calendar }: PlanFile, id: string): NamedPeriod | undefined {
  const parts = parsePeriodId(id);
  const period: PlanPeriod | undefined = parts?.year === year ? calendar.periods.find(({ quarter }) => quarter === parts.quarter) : undefined;
  return period && { ...period, id: periodId(year, period.quarter) };
}

/** The ids of the plan's periods. */
export function periodIds({ year, calendar }: PlanFile): readonly string[] {
  return calendar.periods.map(({ quarter }) => periodId(year, quarter));
}

/**
 * The instant for which a form is judged: noon of the day asked for; else of today while the plan's year runs; else of the day on which the form was
 * (or will be) due, so that a plan of another year is judged by the rules and the units of its time.
 */
export function instantOf(asked: PlainDate | undefined, { calendar }: PlanFile, period: NamedPeriod | undefined, now: number): number {
  const today = dateOf(now);
  const isRunning = calendar.guidance <= today && today <= calendar.closing;
  return atTime(asked ?? (isRunning ? today : (period?.due ?? calendar.draftsDue)), '12:00');
}

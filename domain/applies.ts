import { decimalToNumber, divideUp, multiplyDecimals } from './decimal.ts';
import { quarters, type Plan, type PlanTask, type Quarter, type Target } from './plan.ts';
import type { Unit } from './unit.ts';

/** Whether any list of the target's `appliesTo` names the unit. */
export function isNamedBy(target: Pick<Target, 'appliesTo'>, unit: Pick<Unit, 'code' | 'level' | 'group'>): boolean {
  const { levels, groups, units } = target.appliesTo;
  return Boolean(levels?.includes(unit.level) || (unit.group !== undefined && groups?.includes(unit.group)) || units?.includes(unit.code));
}

/** Whether the unit has to report the target: every unit that it names, or the one unit that reports for all. */
export function isBoundBy(target: Pick<Target, 'appliesTo' | 'reportedBy'>, unit: Pick<Unit, 'code' | 'level' | 'group'>): boolean {
  return target.reportedBy === 'each' ? isNamedBy(target, unit) : target.reportedBy === unit.code;
}

/** The targets that the unit has to commit to and report, in the plan's order. */
export function applicableTargets(plan: Pick<Plan, 'targets'>, unit: Pick<Unit, 'code' | 'level' | 'group'>): readonly Target[] {
  return plan.targets.filter((target) => isBoundBy(target, unit));
}

/** The year's threshold for one unit: its own where the plan gives one, else the target's. */
export function thresholdFor(target: Pick<Target, 'appliesTo' | 'threshold'>, unit: string): number {
  return target.appliesTo.unitThresholds?.[unit] ?? target.threshold;
}

/** The bar of one quarter. `isFinal`: the target is due then, and the bar is the threshold itself. */
export interface Milestone {
  readonly value: number;
  /** Given by the document; else worked out. */
  readonly isStated: boolean;
  readonly isFinal: boolean;
}

/**
 * The bar for one unit at the end of a quarter, in the target's unit. The document's own milestone where it gives one
 * (not for a unit with a threshold of its own). Without: targets to be reached from below (`at-least`, `more-than`, `equal`)
 * grow in equal parts, a quarter of the threshold each (25, 50, 75, 100 %), over all quarters up to the due year's last,
 * rounded up to two decimals, or to a whole for counts; caps (`at-most`, `less-than`) and ranks hold all year; of a yes-no
 * target nothing is due before the end. `year` is the year reported on.
 */
export function milestoneFor(target: Target, unit: string, quarter: Quarter, year: number = target.dueYear): Milestone {
  const threshold = thresholdFor(target, unit);
  const isOver = year > target.dueYear;
  if (isOver || (year === target.dueYear && quarter === 'Q4')) return { value: threshold, isStated: true, isFinal: true };
  const stated = target.appliesTo.unitThresholds?.[unit] === undefined && year === target.dueYear ? target.milestones?.[quarter] : undefined;
  if (stated !== undefined) return { value: stated, isStated: true, isFinal: false };
  return { value: proRata(target, threshold, quarters.indexOf(quarter) + 1, 4 * (target.dueYear - year + 1)), isStated: false, isFinal: false };
}

function proRata({ comparator, measure }: Target, threshold: number, elapsed: number, total: number): number {
  if (comparator === 'at-most' || comparator === 'less-than' || measure === 'rank') return threshold;
  if (measure === 'yes-no') return 0;
  const places = measure === 'count' ? 0 : 2;
  const scaled = threshold * elapsed * 10 ** places;
  if (Number.isSafeInteger(scaled) && scaled % total === 0) return scaled / total / 10 ** places;
  return decimalToNumber({ units: divideUp(multiplyDecimals(threshold, elapsed * 10 ** places), total), scale: places });
}

/** The plan's tasks that the unit leads, alone or with others, in the plan's order. */
export function tasksOf(plan: Pick<Plan, 'tasks'>, unit: Pick<Unit, 'code'>): readonly PlanTask[] {
  return plan.tasks.filter(({ lead }) => lead.includes(unit.code));
}

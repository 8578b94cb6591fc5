import type { Target } from '../../domain/plan.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Fault } from '../issues.ts';
import type { PlanFile } from '../schema.ts';
import { checkCalendar } from './calendar.ts';
import { fault, repeated } from './faults.ts';
import { checkTable } from './tables.ts';
import { checkTarget } from './targets.ts';
import { checkPlanUnits } from './units.ts';

const listed = ['targets', 'tasks', 'results', 'tables', 'legalGrounds'] as const;

/** All that the schema cannot see: ids, codes, units, tables, dates. `known` is the plan's register by code. */
export function checkPlan(plan: PlanFile, known: ReadonlyMap<string, Unit>): Fault[] {
  return [
    ...listed.flatMap((list) => repeated(plan[list].map(({ id }) => id), (index) => [list, index, 'id'])),
    ...repeatedCodes(plan.targets),
    ...repeated(plan.units, (index) => ['units', index]),
    ...plan.targets.flatMap(checkTarget),
    ...plan.tasks.flatMap(({ start, due }, index) =>
      start !== undefined && due !== undefined && due < start ? [fault(['tasks', index, 'due'], 'out-of-order', due, { vi: 'kết thúc trước khi bắt đầu', en: 'ends before it begins' }, `≥ ${start}`)] : [],
    ),
    ...plan.tables.flatMap(checkTable),
    ...checkCalendar(plan.calendar),
    ...checkPlanUnits(plan, known),
  ];
}

/** A plan of several years may state one target once per year. */
function repeatedCodes(targets: readonly Target[]): Fault[] {
  const places = targets.map(({ code, dueYear }, index) => ({ code, dueYear, index }));
  return [...new Set(targets.map(({ dueYear }) => dueYear))].flatMap((year) => {
    const ofYear = places.filter(({ dueYear }) => dueYear === year);
    return repeated(ofYear.map(({ code }) => code), (place) => ['targets', ofYear[place]?.index ?? 0, 'code']);
  });
}

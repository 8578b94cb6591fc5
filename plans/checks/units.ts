import { isUnitValidOn, type Unit } from '../../domain/unit.ts';
import type { AppliesTo } from '../../domain/plan.ts';
import { unitsNamed } from '../expand.ts';
import type { Fault } from '../issues.ts';
import type { PlanFile, UnitRegisterFile } from '../schema.ts';
import type { DataPath } from '../yaml.ts';
import { fault, repeated } from './faults.ts';

type Codes = readonly (readonly [path: DataPath, code: string])[];

/** Codes are unique; parents and successors stand in the register; nothing closes before it opens. */
export function checkRegister({ units }: UnitRegisterFile): Fault[] {
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const named: Codes = units.flatMap((unit, index) => [
    ...(unit.parent === undefined ? [] : [[['units', index, 'parent'], unit.parent] as const]),
    ...(unit.successors ?? []).map((code, place) => [['units', index, 'successors', place], code] as const),
  ]);
  return [
    ...repeated(units.map((unit) => unit.code), (index) => ['units', index, 'code']),
    ...unknown(named, known),
    ...units.flatMap((unit, index) =>
      unit.validTo !== undefined && unit.validTo < unit.validFrom
        ? [fault(['units', index, 'validTo'], 'ends-before-start', unit.validTo, { vi: 'kết thúc trước khi bắt đầu', en: 'ends before it begins' }, `≥ ${unit.validFrom}`)]
        : [],
    ),
  ];
}

/** Every unit code of the plan stands in the register; the units that run it exist when the guidance goes out. */
export function checkPlanUnits(plan: PlanFile, known: ReadonlyMap<string, Unit>): Fault[] {
  const groups = groupsOf(known);
  return [...unknown(codesOf(plan), known), ...unknown(dutyBearers(plan, groups), known), ...unknown(taskUnits(plan, known), known), ...closedUnits(plan, known), ...plan.targets.flatMap((target, index) => checkAppliesTo(target.appliesTo, ['targets', index, 'appliesTo'], groups))];
}

function codesOf(plan: PlanFile): Codes {
  const { appraisers, ...parts } = plan.roles;
  return [
    [['issuer'], plan.issuer],
    ...Object.entries(parts).map(([part, code]) => [['roles', part], code] as const),
    ...Object.entries(appraisers).map(([aspect, code]) => [['roles', 'appraisers', aspect], code] as const),
    ...plan.units.map((code, index) => [['units', index], code] as const),
    ...plan.targets.flatMap(({ reportedBy }, index) => (reportedBy === 'each' ? [] : [[['targets', index, 'reportedBy'], reportedBy] as const])),
    ...plan.targets.flatMap(({ appliesTo }, index) => [...(appliesTo.units ?? []), ...Object.keys(appliesTo.unitThresholds ?? {})].map((code) => [['targets', index, 'appliesTo'], code] as const)),
    ...plan.tables.flatMap(({ rows }, table) => rows.flatMap(({ unit }, row) => (unit === undefined ? [] : [[['tables', table, 'rows', row, 'unit'], unit] as const]))),
  ];
}

/** Responsibilities of one unit; those of `each` unit or of a group of the register need no unit code. */
function dutyBearers(plan: PlanFile, groups: ReadonlySet<string>): Codes {
  return plan.responsibilities.flatMap(({ unit }, index) => (unit === 'each' || groups.has(unit) ? [] : [[['responsibilities', index, 'unit'], unit] as const]));
}

/** A task may name groups of the register; a name that stands for nobody is looked up as a code. */
function taskUnits(plan: PlanFile, known: ReadonlyMap<string, Unit>): Codes {
  return plan.tasks.flatMap((task, index) =>
    (['lead', 'coordinating', 'executing'] as const).flatMap((part) =>
      (task[part] ?? []).flatMap((name, place) => (unitsNamed(name, plan, known).length > 0 ? [] : [[['tasks', index, part, place], name] as const])),
    ),
  );
}

function groupsOf(known: ReadonlyMap<string, Unit>): ReadonlySet<string> {
  return new Set([...known.values()].flatMap(({ group }) => (group === undefined ? [] : [group])));
}

function unknown(codes: Codes, known: ReadonlyMap<string, Unit>): Fault[] {
  return codes
    .filter(([, code]) => !known.has(code))
    .map(([path, code]) => fault(path, 'unknown-unit', code, { vi: `đơn vị “${code}” không có trong danh bạ`, en: `unit "${code}" is not in the register` }, { vi: 'mã trong danh bạ đơn vị', en: 'a code of the unit register' }));
}

function closedUnits(plan: PlanFile, known: ReadonlyMap<string, Unit>): Fault[] {
  return plan.units.flatMap((code, index) => {
    const unit = known.get(code);
    const { guidance } = plan.calendar;
    if (unit === undefined || isUnitValidOn(unit, guidance)) return [];
    const next = (unit.successors ?? []).map((each) => `“${known.get(each)?.name ?? each}”`).join(', ');
    const day = (date: string): string => date.split('-').map(Number).reverse().join('/');
    const [vi, en] = unit.validFrom > guidance ? [`chỉ có từ ngày ${day(unit.validFrom)}`, `exists only from ${unit.validFrom}`] : [`đã kết thúc ngày ${day(unit.validTo ?? '')}`, `ended on ${unit.validTo ?? ''}`];
    return [fault(['units', index], 'unit-not-valid', code, { vi: `“${unit.name}” (${code}) ${vi}, ngày ban hành hướng dẫn là ${day(guidance)}`, en: `"${unit.name}" (${code}) ${en}, the guidance is of ${guidance}` },
      next === '' ? { vi: 'đơn vị có hiệu lực vào ngày ấy', en: 'a unit that exists on that day' } : { vi: `đơn vị tiếp nhận: ${next}`, en: `who took over: ${next}` })];
  });
}

function checkAppliesTo(appliesTo: AppliesTo, path: DataPath, groups: ReadonlySet<string>): Fault[] {
  if (appliesTo.levels === undefined && appliesTo.groups === undefined && appliesTo.units === undefined) {
    return [fault(path, 'binds-nobody', appliesTo, { vi: 'chỉ tiêu không áp dụng cho ai', en: 'the target binds nobody' }, 'levels, groups, units')];
  }
  return (appliesTo.groups ?? [])
    .filter((group) => !groups.has(group))
    .map((group) => fault([...path, 'groups'], 'unknown-group', group, { vi: `nhóm “${group}” không có trong danh bạ`, en: `group "${group}" is not in the register` }, [...groups].join(', ')));
}

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Refused } from '../domain/refusals.ts';
import type { UnitLevel, Unit } from '../domain/unit.ts';
import { fault } from './checks/faults.ts';
import { checkPlan } from './checks/plan.ts';
import { checkRegister } from './checks/units.ts';
import { withUnitsWrittenOut } from './expand.ts';
import type { Fault } from './issues.ts';
import { readDataFile } from './read.ts';
import { planSchema, unitRegisterSchema, type PlanFile } from './schema.ts';

/** What a list of plans shows of each. */
export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly year: number;
  readonly level: UnitLevel;
  readonly register: string;
}

/** Reads plans and registers; each file is parsed once per store. Every reader throws `PlanFileError` for a bad file. */
export interface PlanStore {
  /** Ids of the plan files, in alphabetical order; reads no file. */
  readonly planIds: () => readonly string[];
  /** All plans, newest year first. */
  readonly listPlans: () => readonly PlanSummary[];
  /** Groups in tasks are written out as codes. Throws `Refused` (`not-found`) when there is no such file. */
  readonly loadPlan: (id: string) => PlanFile;
  /** Units by code, in the order of the file. Throws `Refused` (`not-found`) when there is no such file. */
  readonly loadUnits: (registerId: string) => ReadonlyMap<string, Unit>;
}

const registerPrefix = 'units-';

/** A store over the `*.yaml` files of `directory`: `units-<id>.yaml` are registers, the others plans named by their id. */
export function createPlanStore(directory: string): PlanStore {
  const plans = new Map<string, PlanFile>();
  const registers = new Map<string, ReadonlyMap<string, Unit>>();
  const ids = (): string[] => readdirSync(directory).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length)).sort();
  const source = (id: string): { file: string; text: string } => {
    if (!ids().includes(id)) throw new Refused('not-found', { figures: { file: id } });
    const path = join(directory, `${id}.yaml`);
    return { file: shownName(path), text: readFileSync(path, 'utf8') };
  };

  const loadUnits = (registerId: string): ReadonlyMap<string, Unit> =>
    once(registers, registerId, () => {
      const { units } = readDataFile({ ...source(registerPrefix + registerId), schema: unitRegisterSchema, check: checkRegister });
      return new Map(units.map((unit) => [unit.code, unit]));
    });
  const check = (plan: PlanFile): readonly Fault[] => (ids().includes(registerPrefix + plan.register) ? checkPlan(plan, loadUnits(plan.register)) : [unknownRegister(plan.register)]);
  const loadPlan = (id: string): PlanFile =>
    once(plans, id, () => {
      const plan = readDataFile({ ...source(id), schema: planSchema, itemsStandAlone: true, check: (file) => [...misnamed(id, file.id), ...check(file)] });
      return withUnitsWrittenOut(plan, loadUnits(plan.register));
    });
  const planIds = (): string[] => ids().filter((id) => !id.startsWith(registerPrefix));

  return {
    planIds,
    loadPlan,
    loadUnits,
    listPlans: () => planIds().map(loadPlan).map(({ id, title, titleEn, year, level, register }) => ({ id, title, titleEn, year, level, register })).sort((a, b) => b.year - a.year || a.id.localeCompare(b.id)),
  };
}

function misnamed(fileId: string, id: string): Fault[] {
  return id === fileId ? [] : [fault(['id'], 'id-is-not-file-name', id, { vi: 'mã khác tên tệp', en: 'the id differs from the file name' }, fileId)];
}

function unknownRegister(register: string): Fault {
  return fault(['register'], 'unknown-register', register, { vi: `không có tệp ${registerPrefix}${register}.yaml`, en: `there is no file ${registerPrefix}${register}.yaml` }, { vi: 'mã của một danh bạ đơn vị', en: 'the id of a unit register' });
}

/** Relative to the working directory when the file is under it. */
function shownName(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') ? path : name;
}

function once<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const made = make();
  cache.set(key, made);
  return made;
}

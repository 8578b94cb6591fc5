import type { Cycle } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import { searchKey } from '../../domain/search-key.ts';
import { isOpen, type DutyKind, type DutyState } from '../../domain/stages.ts';
import type { Unit, UnitLevel } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

export const dutyNeeds = ['overdue', 'returned', 'silent'] as const;
export type DutyNeed = (typeof dutyNeeds)[number];
export const dutySorts = ['unit', 'state', 'due', 'round', 'submitted'] as const;
export type DutySort = (typeof dutySorts)[number];

export interface DutyTableFilter {
  readonly kind?: DutyKind;
  readonly quarter?: Quarter;
  readonly state?: DutyState;
  readonly need?: DutyNeed;
  readonly level?: UnitLevel;
  readonly group?: string;
  /** Part of the unit's name or code, marks or not. */
  readonly search?: string;
  readonly sort?: DutySort | `-${DutySort}`;
}

export interface DutyRow extends Duty {
  readonly name: string;
  readonly overdue: boolean;
  readonly silent: boolean;
}

export interface DutyTable {
  readonly cycle: Cycle;
  readonly today: PlainDate;
  readonly rows: readonly DutyRow[];
  /** Groups of the register that members of the cycle belong to. */
  readonly groups: readonly string[];
}

/** Duties of a cycle with their units' names, as a table is filtered and sorted; a unit sees its own only. */
export async function listDutyTable(desk: Desk, caller: Caller, id: string, filter: DutyTableFilter): Promise<DutyTable> {
  const { read } = desk.record;
  const cycle = await getCycle(read, id);
  const today = dateOf(nowIn(desk, cycle));
  const own = listScope(caller.actor, 'duty.list') === 'own' ? { unit: caller.actor.unit } : {};
  const [register, members] = await Promise.all([desk.registers.units(), desk.registers.members(id)]);
  const { kind, quarter, state } = filter;
  const where = { cycle: id, ...own, ...(kind ? { kind } : {}), ...(quarter ? { quarter } : {}), ...(state ? { states: [state] } : {}), ...unitsOf(filter, register) };
  const written = writtenStates.filter((each) => state === undefined || each === state);
  const [duties, silent] = await Promise.all([read.duties.all(where), written.length === 0 ? [] : read.duties.all({ ...where, states: written, silent: true })]);
  const quiet = new Set(silent.map((duty) => duty.id));
  const rows = duties.map((duty): DutyRow => ({
    ...duty, name: register.get(duty.unit)?.name ?? duty.unit, silent: quiet.has(duty.id), overdue: isOpen(duty.kind, duty.state) && duty.state !== 'submitted' && duty.due < today,
  }));
  const groups = [...new Set([...members].flatMap((unit) => register.get(unit)?.group ?? []))].toSorted();
  return { cycle, today, groups, rows: sorted(rows.filter((row) => isNeeded(row, filter.need)), filter.sort ?? 'unit') };
}

/** In which a unit writes: one that has not begun to is silent. */
const writtenStates: readonly DutyState[] = ['draft', 'open', 'returned'];

const isNeeded = (row: DutyRow, need: DutyNeed | undefined): boolean => need === undefined || (need === 'returned' ? row.state === 'returned' : row[need]);

function unitsOf({ level, group, search = '' }: DutyTableFilter, register: ReadonlyMap<string, Unit>): { units?: readonly string[] } {
  const wanted = searchKey(search);
  if (!level && !group && wanted === '') return {};
  const fits = (unit: Unit): boolean => (!level || unit.level === level) && (!group || unit.group === group) && searchKey(`${unit.code} ${unit.name}`).includes(wanted);
  return { units: [...register.values()].filter(fits).map(({ code }) => code) };
}

const byName = new Intl.Collator('vi');

const orders: Readonly<Record<DutySort, (a: DutyRow, b: DutyRow) => number>> = {
  unit: (a, b) => byName.compare(a.name, b.name),
  state: (a, b) => (a.state < b.state ? -1 : a.state > b.state ? 1 : 0),
  due: (a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
  round: (a, b) => a.round - b.round,
  submitted: (a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0),
};

function sorted(rows: readonly DutyRow[], sort: DutySort | `-${DutySort}`): readonly DutyRow[] {
  const [name, sign] = sort.startsWith('-') ? [sort.slice(1) as DutySort, -1] : [sort as DutySort, 1];
  return rows.toSorted((a, b) => sign * orders[name](a, b) || orders.unit(a, b) || (a.id < b.id ? -1 : 1));
}

import type { PlainDate } from '../../domain/date.ts';
import { addDays } from '../../domain/plain-date.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isUnitValidOn, type Unit } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { newUnitFaults, openCyclesWith, unitSubject, type NewUnit } from './unit-register.ts';

/** How many units end, and how many take over: least and most. */
export const unitChangeKinds = {
  rename: { ends: [1, 1], takesOver: [1, 1] },
  merge: { ends: [1, 500], takesOver: [1, 1] },
  split: { ends: [1, 1], takesOver: [2, 50] },
  close: { ends: [1, 500], takesOver: [0, 0] },
} as const satisfies Readonly<Record<string, { readonly ends: readonly [number, number]; readonly takesOver: readonly [number, number] }>>;

export type UnitChangeKind = keyof typeof unitChangeKinds;

/** Units end on the day before `on`; those of `into` that the register does not know begin on it. */
export interface UnitChange {
  readonly kind: UnitChangeKind;
  readonly units: readonly string[];
  readonly opens: readonly NewUnit[];
  /** Units that exist and take over. */
  readonly joins: readonly string[];
  readonly on: PlainDate;
  /** The document that decided it. */
  readonly source: string;
}

export interface UnitsChanged {
  readonly closed: readonly Unit[];
  readonly opened: readonly Unit[];
}

/** What a change would write. Throws `invalid-input` with everything that stands against it. */
export async function planUnitChange(desk: Desk, change: UnitChange): Promise<UnitsChanged> {
  const register = await desk.registers.units();
  const errors = [...countFaults(change), ...endFaults(change, register), ...joinFaults(change, register), ...openFaults(change, register), ...(await cycleFaults(desk, change))];
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
  const successors = [...change.opens.map(({ code }) => code), ...change.joins];
  return {
    closed: change.units.flatMap((code) => register.get(code) ?? []).map((unit) => ({ ...unit, validTo: addDays(change.on, -1), ...(successors.length > 0 ? { successors } : {}) })),
    opened: change.opens.map((unit) => ({ ...unit, validFrom: change.on })),
  };
}

/** Renames, merges, splits or closes units on a day. Their entries stay, with the day they ended and who took over. */
export async function changeUnits(desk: Desk, caller: Caller, change: UnitChange): Promise<UnitsChanged> {
  desk.registers.forget();
  const changed = await planUnitChange(desk, change);
  const answer = await commit(desk, caller, async (tx) => {
    for (const { code } of changed.closed) {
      const now = await tx.units.find(code);
      if (now?.validTo !== undefined && !isEndWithoutHeir(now, change.on)) throw new Refused('already-exists', { figures: { subject: unitSubject(code) } });
    }
    for (const { code } of changed.opened) if (await tx.units.find(code)) throw new Refused('already-exists', { figures: { subject: code } });
    await tx.units.upsertMany([...changed.opened, ...changed.closed]);
    const details = { kind: change.kind, units: change.units, into: [...change.opens.map(({ code }) => code), ...change.joins], on: change.on, source: change.source };
    await tx.audit.append([...change.units, ...details.into].map((code) => ({ at: desk.now(), actor: actorId(caller.actor), act: 'changeUnits', cycle: null, unit: null, subject: unitSubject(code), outcome: 'done' as const, details })));
    return changed;
  });
  desk.registers.forget();
  return answer;
}

function countFaults({ kind, units, opens, joins }: UnitChange): readonly FieldError[] {
  const { ends, takesOver } = unitChangeKinds[kind];
  const least = kind === 'merge' && joins.length === 0 ? 2 : ends[0];
  const outside = (count: number, [from, to]: readonly [number, number]): boolean => count < from || count > to;
  return [
    ...(outside(units.length, [least, ends[1]]) ? [{ pointer: '/units', code: 'number-of-units', value: units.length, accepted: least === ends[1] ? `${least}` : `≥ ${least}` }] : []),
    ...(outside(opens.length + joins.length, takesOver) ? [{ pointer: '/opens', code: 'number-of-units', value: opens.length + joins.length, accepted: takesOver[0] === takesOver[1] ? `${takesOver[0]}` : `≥ ${takesOver[0]}` }] : []),
    ...[['units', units], ['joins', joins], ['opens', opens.map(({ code }) => code)]].flatMap(([name, codes]) => [...codes ?? []].flatMap((code, index, all) => (all.indexOf(code) === index ? [] : [{ pointer: `/${String(name)}`, code: 'twice', value: code }]))),
  ];
}

function endFaults({ units, on }: UnitChange, register: ReadonlyMap<string, Unit>): readonly FieldError[] {
  return units.flatMap((code): FieldError[] => {
    const unit = register.get(code);
    if (!unit) return [{ pointer: '/units', code: 'unknown-unit', value: code }];
    if (unit.validTo !== undefined && !isEndWithoutHeir(unit, on)) return [{ pointer: '/units', code: 'unit-closed', value: code, accepted: (unit.successors ?? []).join(', ') }];
    return on <= unit.validFrom ? [{ pointer: '/on', code: 'before-its-beginning', value: on, accepted: `> ${unit.validFrom}` }] : [];
  });
}

/** An end that the register knew beforehand, without who would take over: the change of that day says it. */
const isEndWithoutHeir = ({ validTo, successors = [] }: Unit, on: PlainDate): boolean => validTo === addDays(on, -1) && successors.length === 0;

function joinFaults({ units, joins, on }: UnitChange, register: ReadonlyMap<string, Unit>): readonly FieldError[] {
  return joins.flatMap((code): FieldError[] => {
    const unit = register.get(code);
    if (!unit) return [{ pointer: '/joins', code: 'unknown-unit', value: code }];
    return units.includes(code) || !isUnitValidOn(unit, on) ? [{ pointer: '/joins', code: 'unit-not-valid', value: code, accepted: `${unit.validFrom} … ${unit.validTo ?? ''}` }] : [];
  });
}

/** A new unit stands under one that exists on its first day, so not under one that ends. */
function openFaults({ units, opens, on }: UnitChange, register: ReadonlyMap<string, Unit>): readonly FieldError[] {
  return opens.flatMap((unit, index) => [
    ...newUnitFaults(unit, on, register, `/opens/${index}`),
    ...(unit.parent !== undefined && units.includes(unit.parent) ? [{ pointer: `/opens/${index}/parent`, code: 'unit-closed', value: unit.parent }] : []),
  ]);
}

/** A unit that still owes something in a running year does not end in it: the year first lets it go. */
async function cycleFaults(desk: Desk, { units, on }: UnitChange): Promise<readonly FieldError[]> {
  return (await openCyclesWith(desk, units)).filter(({ cycle }) => on <= cycle.settings.calendar.closing).flatMap(({ cycle, units: bound }) => bound.map((code): FieldError => ({
    pointer: '/units', code: 'unit-in-open-cycle', value: code, accepted: `> ${cycle.settings.calendar.closing}`,
    message: { vi: `${code} đang ở trong chu kỳ “${cycle.title}”, kết thúc ngày ${cycle.settings.calendar.closing}.`, en: `${code} is in the cycle “${cycle.title}”, which ends on ${cycle.settings.calendar.closing}.` },
    fix: { vi: 'Cho đơn vị rời chu kỳ trước, hoặc chọn ngày sau khi chu kỳ kết thúc.', en: 'Let it leave the cycle first, or choose a day after the cycle ends.' },
  })));
}

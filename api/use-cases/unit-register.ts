import type { Contact } from '../../domain/contact.ts';
import type { Instant, PlainDate } from '../../domain/date.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isUnitValidOn, type Unit, type UnitLevel } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

/** What a new entry of the register says; it begins on the day of the change that opens it. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly group?: string;
  readonly parent?: string;
}

export interface UnitView {
  readonly unit: Unit;
  readonly parent?: Unit;
  /** Units that closed with this one taking over. */
  readonly predecessors: readonly Unit[];
  readonly successors: readonly Unit[];
  readonly children: readonly Unit[];
  /** What was done to the entry, newest first, with the document it rests on. */
  readonly changes: readonly { readonly at: Instant; readonly act: string; readonly source: string }[];
  readonly cycles: readonly { readonly id: string; readonly title: string }[];
  /** Absent for those who may not see them. */
  readonly contacts?: readonly Contact[];
}

export const unitSubject = (code: string): string => `unit/${code}`;

/** One entry of the register with what stands around it. Throws `not-found`. */
export async function viewUnit(desk: Desk, caller: Caller, code: string): Promise<UnitView> {
  const { read } = desk.record;
  const register = await desk.registers.units();
  const unit = register.get(code);
  if (!unit) throw new Refused('not-found', { figures: { subject: code } });
  const all = [...register.values()];
  const parent = unit.parent === undefined ? undefined : register.get(unit.parent);
  const [rows, cycles, contacts] = await Promise.all([
    read.audit.list({ subject: unitSubject(code) }, { limit: 100 }), openCyclesWith(desk, [code]),
    isAllowed(caller.actor, 'contact.read', { unit: code }) ? read.contacts.listOf(code) : undefined,
  ]);
  return {
    unit, ...(parent ? { parent } : {}),
    predecessors: all.filter(({ successors = [] }) => successors.includes(code)),
    successors: (unit.successors ?? []).flatMap((each) => register.get(each) ?? []),
    children: all.filter((each) => each.parent === code),
    changes: rows.items.filter(({ outcome }) => outcome === 'done').map(({ at, act, details: { kind, source } }) => ({ at, act: typeof kind === 'string' ? kind : act, source: typeof source === 'string' ? source : '' })),
    cycles: cycles.map(({ cycle }) => ({ id: cycle.id, title: cycle.title })),
    ...(contacts ? { contacts } : {}),
  };
}

/** Adds a unit that takes nothing over from another. */
export async function registerUnit(desk: Desk, caller: Caller, { unit, validFrom, source }: { readonly unit: NewUnit; readonly validFrom: PlainDate; readonly source: string }): Promise<Unit> {
  const errors = newUnitFaults(unit, validFrom, await desk.registers.units(), '');
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
  const entry: Unit = { ...unit, validFrom };
  const written = await commit(desk, caller, async (tx) => {
    if (await tx.units.find(entry.code)) throw new Refused('already-exists', { figures: { subject: entry.code } });
    await tx.units.upsertMany([entry]);
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'registerUnit', cycle: null, unit: null, subject: unitSubject(entry.code), outcome: 'done', details: { ...entry, source } }]);
    return entry;
  });
  desk.registers.forget();
  return written;
}

/** What keeps an entry from opening on a day: its code is taken, or its parent does not exist then. */
export function newUnitFaults({ code, parent }: NewUnit, on: PlainDate, register: ReadonlyMap<string, Unit>, at: string): readonly FieldError[] {
  const above = parent === undefined ? undefined : register.get(parent);
  return [
    ...(register.has(code) ? [{ pointer: `${at}/code`, code: 'code-taken', value: code }] : []),
    ...(parent !== undefined && !above ? [{ pointer: `${at}/parent`, code: 'unknown-unit', value: parent }] : []),
    ...(above && !isUnitValidOn(above, on) ? [{ pointer: `${at}/parent`, code: 'unit-not-valid', value: above.code, accepted: `${above.validFrom} … ${above.validTo ?? ''}` }] : []),
  ];
}

/** Open cycles in which any of the units is a member or holds a part. */
export async function openCyclesWith({ record: { read } }: Desk, codes: readonly string[]) {
  const cycles = await read.cycles.listOpen();
  const found = await Promise.all(cycles.map(async (cycle) => {
    const { appraisers, ...parts } = cycle.settings.roles;
    const members = (await read.cycleUnits.list(cycle.id)).filter(({ leftOn }) => leftOn === null).map(({ unit }) => unit);
    const bound = new Set([...members, ...Object.values(parts), ...Object.values(appraisers)]);
    return { cycle, units: codes.filter((code) => bound.has(code)) };
  }));
  return found.filter(({ units }) => units.length > 0);
}

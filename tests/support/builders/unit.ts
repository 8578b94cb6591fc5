import type { Unit } from '../../../domain/unit.ts';

/** A department that exists. */
export function aUnit(over: Partial<Unit> = {}): Unit {
  return { code: 'so-a', name: 'Sở A', level: 'department', group: 'so-ban-nganh', validFrom: '2019-01-01', ...over };
}

/** Two departments, one district, and a department that closed at the end of 2021. */
export const someUnits: readonly Unit[] = [
  aUnit(),
  aUnit({ code: 'so-b', name: 'Sở B' }),
  aUnit({ code: 'huyen-c', name: 'UBND huyện C', level: 'district', group: 'ubnd-cap-huyen' }),
  aUnit({ code: 'so-cu', name: 'Sở cũ', validTo: '2021-12-31', successors: ['so-b'] }),
  aUnit({ code: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh', level: 'province', group: 'lanh-dao-tinh' }),
];

export function register(units: readonly Unit[] = someUnits): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.code, unit]));
}

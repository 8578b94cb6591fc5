import type { PlainDate } from './date.ts';

/** Administrative levels of the plans in use; which of them exist in a year is data, never code. */
export const unitLevels = ['province', 'department', 'district', 'commune'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** A dated register entry. `validTo` is the last day on which the unit exists; absent while it does. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  /** Free grouping used by screens and by `appliesTo.groups`, for example `so-ban-nganh`. */
  readonly group?: string;
  readonly parent?: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** Codes of the units that took over when this one closed (merge or split). */
  readonly successors?: readonly string[];
}

/** Whether the unit exists on `date`. Plain dates compare as text. */
export function isUnitValidOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, date: PlainDate): boolean {
  return unit.validFrom <= date && (unit.validTo === undefined || date <= unit.validTo);
}

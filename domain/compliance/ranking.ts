import type { Duty } from '../duty.ts';
import type { Unit } from '../unit.ts';
import { countStandings } from './counts.ts';
import { scoreOf } from './formula.ts';
import type { ComplianceCell, UnitCompliance } from './report.ts';

export interface RankedUnit {
  readonly unit: Unit;
  readonly duty: Duty | undefined;
  readonly cells: readonly ComplianceCell[];
}

/** Highest score first; equal scores share a rank and the next rank is passed over (1, 2, 2, 4). Unscored units come last. */
export function rankUnits(units: readonly RankedUnit[]): readonly UnitCompliance[] {
  const scored = units.map(unranked);
  const ranked = scored.map((each) => ({
    ...each,
    rank: each.score === null ? null : 1 + scored.filter((other) => (other.score ?? -1) > (each.score ?? -1)).length,
  }));
  return ranked.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
}

function unranked({ unit, duty, cells }: RankedUnit): Omit<UnitCompliance, 'rank'> {
  const counts = countStandings(cells);
  const isLate = cells.some((cell) => cell.late);
  return { unit: unit.code, name: unit.name, level: unit.level, counts, state: duty?.state ?? null, late: isLate, ...scoreOf(counts, isLate) };
}

import { percentOf, ratioOf } from '../ratio.ts';
import type { Plan, Result, Target } from '../plan.ts';
import type { ComplianceCell, ComplianceReport } from './report.ts';
import { pointsOf } from './formula.ts';

/** How the year ended for one unit. */
export interface UnitYear {
  readonly unit: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly lateReports: number;
  readonly missingReports: number;
  /** Ids of the targets neither met nor exempt at the end. */
  readonly open: readonly string[];
}

/** The year-end evaluation: what the next plan's Part I begins with. */
export interface YearEndEvaluation {
  readonly plan: string;
  readonly year: number;
  readonly results: readonly Result[];
  readonly units: readonly UnitYear[];
}

/** `reports` are the year's, in any order; the last quarter's gives the figures. Throws RangeError when there is none. */
export function evaluateYear(plan: Plan, reports: readonly ComplianceReport[]): YearEndEvaluation {
  const last = reports.toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1))[0];
  if (!last) throw new RangeError('A year without a report cannot be evaluated');
  const units = last.ranking.map(({ unit, score, rank }) => ({
    unit,
    score,
    rank,
    lateReports: reports.filter((report) => report.late.some((each) => each.unit === unit)).length,
    missingReports: reports.filter((report) => report.missing.some((each) => each.unit === unit)).length,
    open: last.cells.filter((cell) => cell.unit === unit && cell.standing !== 'met' && pointsOf[cell.standing] !== null).map((cell) => cell.target),
  }));
  return { plan: plan.id, year: last.year, results: plan.targets.flatMap((target) => resultOf(plan, target, last.cells)), units };
}

/** The province's figure: sums over the units that reported, or the one figure there is. None without data. */
function resultOf(plan: Plan, target: Target, cells: readonly ComplianceCell[]): readonly Result[] {
  const reported = cells.filter((cell) => cell.target === target.id && cell.value !== null);
  const head = { id: `${plan.id}-${target.id}`, clause: target.clause, quote: target.quote, name: target.name, unit: target.unit, targetCode: target.code };
  if (target.measure === 'ratio') {
    const sum = (of: 'numerator' | 'denominator'): number => reported.reduce((total, cell) => total + (cell[of] ?? 0), 0);
    const ratio = ratioOf(sum('numerator'), sum('denominator'));
    return ratio ? [{ ...head, ...ratio, value: Number(percentOf(ratio)) }] : [];
  }
  if (target.measure === 'yes-no') {
    return reported.length > 0 ? [{ ...head, numerator: reported.filter((cell) => cell.value === 1).length, denominator: reported.length }] : [];
  }
  const values = reported.map((cell) => cell.value ?? 0);
  if (values.length === 0) return [];
  return [{ ...head, value: target.measure === 'rank' ? Math.max(...values) : values.reduce((total, value) => total + value, 0) }];
}

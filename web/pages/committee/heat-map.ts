import type { ComplianceCell, ComplianceReport, TargetCompliance, UnitCompliance } from '../../../domain/compliance/report.ts';
import { countStandings } from '../../../domain/compliance/counts.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Standing } from '../../../domain/verdict.ts';
import { groupBy } from './group-by.ts';

/** What of the report is asked for. `sort` is `name`, `points`, or a target's id, with a leading `-` for descending. */
export interface HeatWish {
  readonly level?: string | undefined;
  readonly group?: string | undefined;
  readonly standing?: string | undefined;
  readonly sort?: string | undefined;
}

export interface HeatRow extends UnitCompliance {
  /** By target; a target that does not bind the unit has no cell. */
  readonly cells: ReadonlyMap<string, ComplianceCell>;
}

export interface HeatMap {
  readonly columns: readonly (TargetCompliance & { readonly number: number })[];
  readonly rows: readonly HeatRow[];
  readonly counts: Readonly<Record<Standing, number>>;
  /** Units shown of which a report counts. */
  readonly reported: number;
}

/** The part of the report that was asked for, in the order asked for. Targets keep their number; those that bind nobody shown are left out, and totals are of what is shown. */
export function heatMapOf(report: ComplianceReport, register: ReadonlyMap<string, Unit>, wish: HeatWish): HeatMap {
  const cells = groupBy(report.cells, ({ unit }) => unit);
  const rows = report.ranking
    .filter(({ unit, level }) => (!wish.level || level === wish.level) && (!wish.group || register.get(unit)?.group === wish.group))
    .map((ranked): HeatRow => ({ ...ranked, cells: new Map((cells.get(ranked.unit) ?? []).map((cell) => [cell.target, cell])) }))
    .filter((row) => !wish.standing || [...row.cells.values()].some(({ standing }) => standing === wish.standing));
  const shown = rows.flatMap((row) => [...row.cells.values()]);
  const byTarget = groupBy(shown, ({ target }) => target);
  const columns = report.targets.flatMap((target, index) => {
    const ofTarget = byTarget.get(target.target);
    return ofTarget ? [{ ...target, number: index + 1, bound: ofTarget.length, counts: countStandings(ofTarget) }] : [];
  });
  const missing = new Set(report.missing.map(({ unit }) => unit));
  return { columns, rows: rows.toSorted(orderOf(wish.sort)), counts: countStandings(shown), reported: rows.filter(({ unit }) => !missing.has(unit)).length };
}

/** From worst to best; what is not judged comes last. */
const merit: Readonly<Record<Standing, number>> = { missed: 0, 'no-data': 1, behind: 2, 'on-track': 3, met: 4, waived: 5, 'not-applicable': 6 };

type Order = (a: HeatRow, b: HeatRow) => number;

const byName: Order = (a, b) => a.name.localeCompare(b.name, 'vi');

/** Rows without what is sorted by stay last, whichever the direction. */
function by(figure: (row: HeatRow) => number | undefined, sign: 1 | -1): Order {
  return (a, b) => {
    const [one, other] = [figure(a), figure(b)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  };
}

function orderOf(sort = 'name'): Order {
  const [name, sign] = sort.startsWith('-') ? [sort.slice(1), -1 as const] : [sort, 1 as const];
  if (name === 'name') return (a, b) => sign * byName(a, b);
  if (name === 'points') return by(({ score }) => score ?? undefined, sign);
  return by(({ cells }) => {
    const cell = cells.get(name);
    return cell && merit[cell.standing] * 1e9 + Math.max(-1e8, Math.min(1e8, cell.value ?? 0));
  }, sign);
}

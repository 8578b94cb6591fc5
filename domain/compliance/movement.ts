import type { Standing } from '../verdict.ts';
import type { ComplianceCell, ComplianceMovement, ComplianceReport } from './report.ts';

/** From worst to best; a standing that says nothing about the work (not applicable, waived) does not move. */
const order: Readonly<Partial<Record<Standing, number>>> = { 'no-data': 0, missed: 0, behind: 1, 'on-track': 2, met: 3 };

/** 1 better, -1 worse, 0 neither. */
export function moveBetween(before: Standing, after: Standing): -1 | 0 | 1 {
  const [from, to] = [order[before], order[after]];
  if (from === undefined || to === undefined || from === to) return 0;
  return to > from ? 1 : -1;
}

type Now = Pick<ComplianceReport, 'cells' | 'ranking' | 'targets'>;

/** What moved since the report before. Cells that it did not have do not move. */
export function movementSince(previous: ComplianceReport, now: Now): ComplianceMovement {
  const before = new Map(previous.cells.map((cell) => [keyOf(cell), cell.standing]));
  const moves = now.cells.map((cell) => ({ unit: cell.unit, move: moveBetween(before.get(keyOf(cell)) ?? cell.standing, cell.standing) }));
  const count = (move: 1 | -1, unit?: string): number => moves.filter((each) => each.move === move && (unit === undefined || each.unit === unit)).length;
  const units = now.ranking.map(({ unit }) => {
    const then = previous.ranking.find((each) => each.unit === unit);
    return { unit, scoreBefore: then?.score ?? null, rankBefore: then?.rank ?? null, improved: count(1, unit), worsened: count(-1, unit) };
  });
  const targets = now.targets.map(({ target, counts }) => ({
    target,
    metBefore: previous.targets.find((each) => each.target === target)?.counts.met ?? 0,
    met: counts.met,
  }));
  return { since: previous.quarter, improved: count(1), worsened: count(-1), units, targets };
}

const keyOf = (cell: ComplianceCell): string => `${cell.unit} ${cell.target}`;

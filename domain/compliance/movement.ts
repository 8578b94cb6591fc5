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
  const moved = new Map(now.ranking.map(({ unit }) => [unit, { improved: 0, worsened: 0 }]));
  const total = { improved: 0, worsened: 0 };
  for (const cell of now.cells) {
    const move = moveBetween(before.get(keyOf(cell)) ?? cell.standing, cell.standing);
    if (move === 0) continue;
    const way = move === 1 ? 'improved' : 'worsened';
    total[way] += 1;
    const ofUnit = moved.get(cell.unit);
    if (ofUnit) ofUnit[way] += 1;
  }
  const ranked = new Map(previous.ranking.map((each) => [each.unit, each]));
  const units = now.ranking.map(({ unit }) => {
    const then = ranked.get(unit);
    return { unit, scoreBefore: then?.score ?? null, rankBefore: then?.rank ?? null, improved: 0, worsened: 0, ...moved.get(unit) };
  });
  const targets = now.targets.map(({ target, counts }) => ({
    target,
    metBefore: previous.targets.find((each) => each.target === target)?.counts.met ?? 0,
    met: counts.met,
  }));
  return { since: previous.quarter, ...total, units, targets };
}

const keyOf = (cell: ComplianceCell): string => `${cell.unit} ${cell.target}`;

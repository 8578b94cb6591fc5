import type { Quarter } from '../plan.ts';
import type { Standing } from '../verdict.ts';
import type { ComplianceCell, ComplianceReport } from './report.ts';

/** So many of a unit's targets, or of a target's units, have been weak without a break since this quarter. */
export interface WeakSince {
  readonly quarter: Quarter;
  readonly count: number;
}

/** A unit or a target that lags: how many of its cells are weak, of how many that count, and since when, the longest first. */
export interface Laggard {
  readonly id: string;
  readonly weak: number;
  readonly of: number;
  readonly since: readonly WeakSince[];
}

/** A unit of which no report counts, and the first of the quarters in a row for which that is so. */
export interface Silent {
  readonly unit: string;
  readonly since: Quarter;
}

/** What a committee asks first: who is behind, on what, since when. Units that sent nothing stand apart: their figures are not weak, they are unknown. */
export interface Attention {
  readonly quarter: Quarter;
  readonly silent: readonly Silent[];
  readonly units: readonly Laggard[];
  readonly targets: readonly Laggard[];
}

const weak: ReadonlySet<Standing> = new Set<Standing>(['missed', 'behind', 'no-data']);
const exempt: ReadonlySet<Standing> = new Set<Standing>(['not-applicable', 'waived']);

const keyOf = ({ unit, target }: ComplianceCell): string => `${unit} ${target}`;

/** `before`: the reports of the quarters before, the latest first. At most `most` of each: units with the largest share of weak targets first, targets with the most weak units. */
export function attentionOf(now: ComplianceReport, before: readonly ComplianceReport[], most: number): Attention {
  const silent = new Set(now.missing.map(({ unit }) => unit));
  const counted = now.cells.filter(({ unit, standing }) => !silent.has(unit) && !exempt.has(standing));
  const [units, targets] = [worst(counted, ({ unit }) => unit, byShare).slice(0, most), worst(counted, ({ target }) => target, byNumber).slice(0, most)];
  const shown = new Set([...units, ...targets].flatMap(({ cells }) => cells.map(keyOf)));
  const since = new Map([...shown].map((key) => [key, now.quarter]));
  // a run goes on as long as each report before finds the cell weak
  let running: ReadonlySet<string> = shown;
  for (const { quarter, cells } of before) {
    running = new Set(cells.filter((cell) => weak.has(cell.standing) && running.has(keyOf(cell))).map(keyOf));
    for (const key of running) since.set(key, quarter);
  }
  const order = [...before.map(({ quarter }) => quarter).toReversed(), now.quarter];
  const told = ({ id, of, cells }: Group): Laggard => ({
    id, of, weak: cells.length,
    since: order.map((quarter) => ({ quarter, count: cells.filter((cell) => since.get(keyOf(cell)) === quarter).length })).filter(({ count }) => count > 0),
  });
  return { quarter: now.quarter, silent: [...silent].map((unit) => ({ unit, since: silentSince(unit, now, before) })), units: units.map(told), targets: targets.map(told) };
}

interface Group {
  readonly id: string;
  readonly of: number;
  /** The weak ones. */
  readonly cells: readonly ComplianceCell[];
}

type Order = (a: Group, b: Group) => number;

/** Without rounding. */
const share: Order = (a, b) => b.cells.length * a.of - a.cells.length * b.of;
const number: Order = (a, b) => b.cells.length - a.cells.length;
const byShare: Order = (a, b) => share(a, b) || number(a, b);
/** Of a target that one unit reports the share would always be all or nothing. */
const byNumber: Order = (a, b) => number(a, b) || share(a, b);

function worst(cells: readonly ComplianceCell[], idOf: (cell: ComplianceCell) => string, order: Order): readonly Group[] {
  const groups = new Map<string, { of: number; cells: ComplianceCell[] }>();
  for (const cell of cells) {
    const group = groups.get(idOf(cell)) ?? { of: 0, cells: [] };
    group.of += 1;
    if (weak.has(cell.standing)) group.cells.push(cell);
    groups.set(idOf(cell), group);
  }
  return [...groups].map(([id, group]) => ({ id, ...group })).filter((each) => each.cells.length > 0).toSorted(order);
}

function silentSince(unit: string, now: ComplianceReport, before: readonly ComplianceReport[]): Quarter {
  const heard = before.findIndex(({ missing }) => !missing.some((each) => each.unit === unit));
  return (heard === -1 ? before.at(-1) : before[heard - 1])?.quarter ?? now.quarter;
}

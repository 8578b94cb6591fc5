import { aspects, quarters, type Aspect, type Quarter } from '../../domain/plan.ts';
import { pick, randomFor, shuffled } from './random.ts';

/** How a unit brings in its plan. */
export type PlanManner = 'diligent' | 'sloppy' | 'warned' | 'late' | 'withdrawing' | 'silent';
/** What becomes of a plan that was brought in; a returned one comes back improved and is approved. */
export type PlanFate = 'approved' | 'returned-by-lead' | 'returned-by-approver' | 'refused';
/** How a unit brings in a report, and whether the secretariat sends it back. */
export type ReportManner = 'diligent' | 'sloppy' | 'warned' | 'late' | 'withdrawing' | 'returned' | 'missing';

/** One unit's part in the rehearsed year, fixed by the seed. */
export interface Character {
  readonly unit: string;
  readonly plan: PlanManner;
  readonly fate: PlanFate;
  /** The aspect on which its appraiser stays silent until the secretariat is told. */
  readonly silentAspect: Aspect | null;
  readonly reports: Readonly<Record<Quarter, ReportManner>>;
  /** Corrects this quarter's report after it has been frozen. */
  readonly corrects: Quarter | null;
  /** 0 (weak) to 1 (strong): how near its targets it comes. */
  readonly ability: number;
}

/** At least one of `share`, from `from` units on. */
interface Quota<Part> {
  readonly part: Part;
  readonly share: number;
  readonly from: number;
}

const planQuotas: readonly Quota<PlanManner>[] = [
  { part: 'sloppy', share: 0.16, from: 2 },
  { part: 'late', share: 0.11, from: 3 },
  { part: 'withdrawing', share: 0.06, from: 5 },
  { part: 'warned', share: 0.1, from: 6 },
  { part: 'silent', share: 0.05, from: 8 },
];

const fateQuotas: readonly Quota<PlanFate>[] = [
  { part: 'returned-by-lead', share: 0.14, from: 2 },
  { part: 'refused', share: 0.03, from: 5 },
  { part: 'returned-by-approver', share: 0.05, from: 6 },
];

const reportQuotas: readonly Quota<ReportManner>[] = [
  { part: 'sloppy', share: 0.13, from: 2 },
  { part: 'late', share: 0.1, from: 3 },
  { part: 'returned', share: 0.08, from: 4 },
  { part: 'missing', share: 0.05, from: 6 },
  { part: 'warned', share: 0.08, from: 7 },
  { part: 'withdrawing', share: 0.04, from: 8 },
];

/** Gives every unit its part: the same units and seed, the same cast, in whatever order the units come. */
export function castOf(units: readonly string[], seed: number): readonly Character[] {
  const sorted = units.toSorted();
  const plans = deal(sorted, planQuotas, 'diligent', seed, 'plan');
  const audible = sorted.filter((unit) => plans.get(unit) !== 'silent');
  const fates = deal(audible, fateQuotas, 'approved', seed, 'fate');
  // Waiting for a silent appraiser takes two weeks: a unit that comes late as well would not be decided on in a short year.
  const silenced = deal(audible.filter((unit) => fates.get(unit) === 'approved' && plans.get(unit) !== 'late'), [{ part: true, share: 0.08, from: 3 }], false, seed, 'silence');
  const reports = new Map(quarters.map((quarter) => [quarter, deal(sorted, reportQuotas, 'diligent', seed, quarter)]));
  const corrects = correctors(sorted, reports, seed);
  return sorted.map((unit): Character => {
    const random = randomFor(seed, 'character', unit);
    const ability = 1 - random() ** 2;
    return {
      unit,
      plan: plans.get(unit) ?? 'diligent',
      fate: fates.get(unit) ?? 'approved',
      silentAspect: silenced.get(unit) === true ? pick(random, aspects) : null,
      reports: Object.fromEntries(quarters.map((quarter) => [quarter, reports.get(quarter)?.get(unit) ?? 'diligent'])) as Record<Quarter, ReportManner>,
      corrects: corrects.get(unit) ?? null,
      ability,
    };
  });
}

function deal<Part>(units: readonly string[], quotas: readonly Quota<Part>[], rest: Part, seed: number, what: string): ReadonlyMap<string, Part> {
  const order = shuffled(randomFor(seed, 'deal', what), units);
  const parts = quotas.flatMap(({ part, share, from }) => Array<Part>(units.length >= from ? Math.max(1, Math.round(units.length * share)) : 0).fill(part));
  return new Map(order.map((unit, index) => [unit, parts[index] ?? rest]));
}

/** One unit that had reported well finds a mistake later, in each quarter but the last. */
function correctors(units: readonly string[], reports: ReadonlyMap<Quarter, ReadonlyMap<string, ReportManner>>, seed: number): ReadonlyMap<string, Quarter> {
  const chosen = new Map<string, Quarter>();
  for (const quarter of quarters.slice(0, 3)) {
    const able = shuffled(randomFor(seed, 'correct', quarter), units).find((unit) => reports.get(quarter)?.get(unit) === 'diligent' && !chosen.has(unit));
    if (able !== undefined && units.length >= 3) chosen.set(able, quarter);
  }
  return chosen;
}

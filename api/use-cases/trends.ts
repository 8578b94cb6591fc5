import type { ComplianceReport } from '../../domain/compliance/report.ts';
import { evaluateYear } from '../../domain/compliance/year-end.ts';
import { milestoneFor } from '../../domain/applies.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { Plan, Quarter, Target } from '../../domain/plan.ts';
import { percentOf, ratioOf } from '../../domain/ratio.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller } from './caller.ts';
import { complianceOf } from './compliance.ts';
import type { Desk } from './desk.ts';
import { getCycle } from './place.ts';

/** How many years before the cycle's own are followed. */
const yearsBack = 4;

interface RoundReport {
  readonly cycle: Cycle;
  readonly plan: Plan;
  readonly quarter: Quarter;
  readonly report: ComplianceReport;
}

/** One target in one quarter, over all units that it binds. */
export interface TargetPoint {
  readonly cycle: string;
  readonly year: number;
  readonly quarter: Quarter;
  readonly target: Target;
  /** The province's figure: sums of numerators and denominators, the sum or the worst rank; for a yes-no the share in percent of those who say yes. Null without data. */
  readonly value: number | null;
  readonly threshold: number;
  /** The bar of the quarter. */
  readonly milestone: number;
  readonly bound: number;
  readonly counts: ComplianceReport['totals']['counts'];
}

export interface TargetTrend {
  readonly cycle: Cycle;
  readonly target: Target;
  readonly points: readonly TargetPoint[];
}

/** A target through the quarters, and by its stable code through the years before. Figures are those of now, corrections included. */
export async function readTargetTrend(desk: Desk, id: string, targetId: string): Promise<TargetTrend> {
  const cycle = await getCycle(desk.record.read, id);
  const target = (await desk.registers.plan(cycle.planHash)).targets.find((each) => each.id === targetId);
  if (!target) throw new Refused('not-found', { figures: { subject: `${id}/${targetId}` } });
  const rounds = await roundsUpTo(desk, cycle);
  return { cycle, target, points: rounds.flatMap((round) => pointOf(round, target.code)) };
}

function pointOf({ cycle, plan, quarter, report }: RoundReport, code: string): readonly TargetPoint[] {
  const target = plan.targets.find((each) => each.code === code && each.dueYear === cycle.year) ?? plan.targets.find((each) => each.code === code);
  const row = report.targets.find((each) => each.target === target?.id);
  if (!target || !row) return [];
  const [result] = evaluateYear({ ...plan, targets: [target] }, [{ ...report, cells: report.cells.filter((cell) => cell.target === target.id), ranking: [] }]).results;
  const share = ratioOf(result?.numerator, result?.denominator);
  const value = result?.value ?? (share ? Number(percentOf(share)) : null);
  const isYesNo = target.measure === 'yes-no';
  return [{ cycle: cycle.id, year: cycle.year, quarter, target, value, threshold: isYesNo ? 100 : row.threshold, milestone: isYesNo ? 0 : milestoneFor(target, '', quarter, cycle.year).value, bound: row.bound, counts: row.counts }];
}

export interface UnitTrend {
  readonly cycle: Cycle;
  readonly unitName: string;
  readonly rounds: readonly RoundReport[];
}

/** All targets of one unit through the quarters and years. */
export async function readUnitTrend(desk: Desk, caller: Caller, id: string, unit: string): Promise<UnitTrend> {
  const cycle = await getCycle(desk.record.read, id);
  const registered = (await desk.registers.units()).get(unit);
  if (!registered || !isAllowed(caller.actor, 'submission.read', { unit })) throw new Refused('not-found', { figures: { subject: unit } });
  return { cycle, unitName: registered.name, rounds: await roundsUpTo(desk, cycle, unit) };
}

/** The rounds of the cycle and of the years before it, oldest first. A rehearsal has no years before it. */
async function roundsUpTo(desk: Desk, cycle: Cycle, unit?: string): Promise<readonly RoundReport[]> {
  const before = cycle.rehearsal ? [] : await Promise.all(Array.from({ length: yearsBack }, (_, back) => desk.registers.cycleOf(cycle.year - yearsBack + back)));
  const cycles = [...(await Promise.all(before.filter((id) => id !== undefined).map((id) => desk.registers.cycle(id)))), cycle];
  const rounds: RoundReport[] = [];
  for (const each of cycles) {
    const plan = await desk.registers.plan(each.planHash);
    for (const { quarter } of await desk.record.read.quarterRounds.listStates(each.id)) {
      rounds.push({ cycle: each, plan, quarter, report: await complianceOf(desk, each, quarter, unit === undefined ? {} : { unit }) });
    }
  }
  return rounds;
}

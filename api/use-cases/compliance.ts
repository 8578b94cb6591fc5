import { buildCompliance } from '../../domain/compliance/build.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { QuarterRound, Restatement } from '../../domain/duty.ts';
import type { Quarter } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { figuresOf } from './compliance-figures.ts';
import { previousQuarter } from './contents.ts';
import type { Desk } from './desk.ts';
import { getCycle } from './place.ts';

/** Who meets what, as the record stands now. The frozen report of a closed round is read with `getQuarter`. */
export async function readCompliance(desk: Desk, id: string, quarter: Quarter, { withMovement = true }: { readonly withMovement?: boolean } = {}): Promise<ComplianceReport> {
  const cycle = await getCycle(desk.record.read, id);
  if (!withMovement) return complianceOf(desk, cycle, quarter);
  const before = previousQuarter(quarter);
  const round = before && (await desk.record.read.quarterRounds.find(id, before));
  const previous = round && ((round.frozen as ComplianceReport | null) ?? (await complianceOf(desk, cycle, round.quarter)));
  return complianceOf(desk, cycle, quarter, previous ? { previous } : {});
}

/** As the record stands now, of all units or of one alone (whose rank then says nothing). */
export async function complianceOf(desk: Desk, cycle: Cycle, quarter: Quarter, { previous, unit }: { readonly previous?: ComplianceReport; readonly unit?: string } = {}): Promise<ComplianceReport> {
  const duties = await desk.record.read.duties.all({ cycle: cycle.id, kind: 'report', quarter, ...(unit === undefined ? {} : { unit }) });
  const register = await desk.registers.units();
  const units = duties.flatMap((duty) => register.get(duty.unit) ?? []);
  const submissions = await figuresOf(desk, duties);
  return buildCompliance({ cycle, plan: await desk.registers.plan(cycle.planHash), units, duties, submissions, quarter, ...(previous ? { previous } : {}) });
}

export interface QuarterView extends QuarterRound {
  /** Figures corrected since the report was frozen; the frozen ones stay as they were. */
  readonly restatements: readonly Restatement[];
}

export async function getQuarter(desk: Desk, id: string, quarter: Quarter): Promise<QuarterView> {
  const round = await desk.record.read.quarterRounds.find((await getCycle(desk.record.read, id)).id, quarter);
  if (!round) throw new Refused('not-found', { figures: { subject: `${id}/${quarter}` } });
  return { ...round, restatements: await desk.record.read.quarterRounds.restatements(id, quarter) };
}

export async function listQuarters(desk: Desk, id: string): Promise<readonly Omit<QuarterRound, 'frozen'>[]> {
  return desk.record.read.quarterRounds.listStates((await getCycle(desk.record.read, id)).id);
}

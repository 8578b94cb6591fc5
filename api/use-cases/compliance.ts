import { buildCompliance } from '../../domain/compliance/build.ts';
import { movementSince } from '../../domain/compliance/movement.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { QuarterRound, Restatement } from '../../domain/duty.ts';
import type { Quarter } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { figuresOf } from './compliance-figures.ts';
import { previousQuarter } from './contents.ts';
import type { Desk } from './desk.ts';
import { createKept } from './kept.ts';
import { getCycle } from './place.ts';

/** Reports lately asked for; one of the largest province takes some megabytes. */
const keepReport = createKept<ComplianceReport>(12);

/** Who meets what, as the record stands now. The frozen report of a closed round is read with `getQuarter`. */
export async function readCompliance(desk: Desk, id: string, quarter: Quarter, { withMovement = true }: { readonly withMovement?: boolean } = {}): Promise<ComplianceReport> {
  const cycle = await getCycle(desk.record.read, id);
  const report = await complianceOf(desk, cycle, quarter);
  const before = previousQuarter(quarter);
  const previous = withMovement && before ? await presentedIn(desk, cycle, before) : undefined;
  return previous ? { ...report, movement: movementSince(previous, report) } : report;
}

/** The report that a round was presented with, or stands at while it is open; none before it opened. */
export async function presentedIn(desk: Desk, cycle: Cycle, quarter: Quarter): Promise<ComplianceReport | undefined> {
  const round = (await desk.record.read.quarterRounds.listStates(cycle.id)).find((each) => each.quarter === quarter);
  if (!round) return undefined;
  if (round.state !== 'frozen') return complianceOf(desk, cycle, quarter);
  return frozenIn(desk, round);
}

/** What a round was closed with: it does not change any more, and reading it takes longer than a page may. */
const frozenIn = (desk: Desk, { cycle, quarter, frozenAt }: Omit<QuarterRound, 'frozen'>): Promise<ComplianceReport> =>
  keepReport(desk.record, `frozen ${cycle} ${quarter} ${frozenAt}`, async () => (await desk.record.read.quarterRounds.find(cycle, quarter))?.frozen as ComplianceReport);

/** As the record stands now, of all units or of one alone (whose rank then says nothing), without movement. */
export async function complianceOf(desk: Desk, cycle: Cycle, quarter: Quarter, { unit }: { readonly unit?: string } = {}): Promise<ComplianceReport> {
  const duties = await desk.record.read.duties.all({ cycle: cycle.id, kind: 'report', quarter, ...(unit === undefined ? {} : { unit }) });
  const register = await desk.registers.units();
  const units = duties.flatMap((duty) => register.get(duty.unit) ?? []);
  const make = async (): Promise<ComplianceReport> => buildCompliance({ cycle, plan: await desk.registers.plan(cycle.planHash), units, duties, submissions: await figuresOf(desk, duties), quarter });
  return unit === undefined ? keepReport(desk.record, JSON.stringify([cycle.id, cycle.version, cycle.planHash, quarter, duties.map(({ id, version }) => [id, version]), units]), make) : make();
}

export interface QuarterView extends QuarterRound {
  /** Figures corrected since the report was frozen; the frozen ones stay as they were. */
  readonly restatements: readonly Restatement[];
}

export async function getQuarter(desk: Desk, id: string, quarter: Quarter): Promise<QuarterView> {
  const round = (await listQuarters(desk, id)).find((each) => each.quarter === quarter);
  if (!round) throw new Refused('not-found', { figures: { subject: `${id}/${quarter}` } });
  return { ...round, frozen: round.state === 'frozen' ? await frozenIn(desk, round) : null, restatements: await desk.record.read.quarterRounds.restatements(id, quarter) };
}

export async function listQuarters(desk: Desk, id: string): Promise<readonly Omit<QuarterRound, 'frozen'>[]> {
  return desk.record.read.quarterRounds.listStates((await getCycle(desk.record.read, id)).id);
}

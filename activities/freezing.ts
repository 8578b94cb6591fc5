import { buildCompliance } from '../domain/compliance/build.ts';
import { directivesSince } from '../domain/compliance/directives.ts';
import type { ComplianceReport } from '../domain/compliance/report.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import { cycleWorkflowId } from '../domain/ids.ts';
import { dateOf } from '../domain/plain-date.ts';
import { quarters, type Quarter } from '../domain/plan.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen } from '../domain/stages.ts';
import { workingCalendar } from '../domain/working-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import { getCycle, notFound, subjectOf } from './subjects.ts';

/** The reports changed while the compliance report was computed; trying again sees them. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

/**
 * Computes first, then writes: the transaction only claims the round, and only when the reports are still those that
 * were counted. The cycle hears of it by a message in the same transaction.
 */
export async function freezeRound({ record, now }: Pick<ActivityDeps, 'record' | 'now'>, workflowId: string): Promise<void> {
  const { cycle: id, quarter } = subjectOf(workflowId, 'quarterRound');
  const round = await record.read.quarterRounds.find(id, quarter);
  if (round?.state !== 'open') return;
  const cycle = await getCycle(record.read, id);
  const duties = await reportsOf(record.read, id, quarter);
  const figures = await compute(record.read, cycle, quarter, duties);
  const counted = versionsOf(duties);
  await record.write(async (tx) => {
    const { state, pausedAt, clock } = await getCycle(tx, id);
    const current = await reportsOf(tx, id, quarter);
    if (state !== 'reporting' || pausedAt !== null || current.some((duty) => isOpen(duty.kind, duty.state))) return;
    if (versionsOf(current) !== counted) throw new ChangedMeanwhile(workflowId);
    const at = now(clock);
    const report: ComplianceReport = { ...figures, directives: directivesSince(await tx.directives.list(id), { since: await frozenBefore(tx, id, quarter), today: dateOf(at), calendar: workingCalendar(await tx.calendarDays.list()) }) };
    if (!(await tx.quarterRounds.freeze(id, quarter, report, at))) return;
    await tx.audit.append([{ at, actor: `workflow:${workflowId}`, act: 'freezeQuarter', cycle: id, unit: null, subject: workflowId, outcome: 'done', details: { quarter, totals: report.totals } }]);
    await tx.outbox.append([{ workflowId: cycleWorkflowId(id), workflowType: 'annualCycle', act: 'quarterFrozen', version: 0 }], at);
  });
}

const frozenBefore = async ({ quarterRounds }: Repositories, cycle: string, quarter: Quarter): Promise<Instant | null> => {
  const before = quarters[quarters.indexOf(quarter) - 1];
  return before === undefined ? null : (await quarterRounds.find(cycle, before))?.frozenAt ?? null;
};

const reportsOf = (repositories: Repositories, cycle: string, quarter: Quarter): Promise<readonly Duty[]> => repositories.duties.all({ cycle, kind: 'report', quarter });

const versionsOf = (duties: readonly Duty[]): string => duties.map(({ id, version }) => `${id} ${version}`).join('\n');

async function compute(read: Repositories, cycle: Cycle, quarter: Quarter, duties: readonly Duty[]): Promise<ComplianceReport> {
  const plan = await read.planDocuments.find(cycle.planHash);
  if (!plan) throw notFound(`plan ${cycle.planHash}`);
  const owing = new Set(duties.map(({ unit }) => unit));
  const before = quarters[quarters.indexOf(quarter) - 1];
  const previous = before && ((await read.quarterRounds.find(cycle.id, before))?.frozen as ComplianceReport | null | undefined);
  return buildCompliance({
    cycle, plan, quarter, duties,
    units: (await read.units.list()).filter(({ code }) => owing.has(code)),
    submissions: await read.submissions.latestOfMany(duties.map(({ id }) => id)),
    ...(previous ? { previous } : {}),
  });
}

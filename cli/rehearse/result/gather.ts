import type { ReturnedItem, YearReport } from '../../../documents/year-report/model.ts';
import type { ComplianceReport } from '../../../domain/compliance/report.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { verifyAudit } from '../../../prisma/audit-chain.ts';
import { correctionsOf } from './corrections.ts';
import { everyPage } from './every-page.ts';

export interface GatherRequest {
  readonly record: RecordStore;
  readonly cycleId: string;
  readonly plan: Plan;
  readonly seed: number | null;
  readonly seconds: number;
  readonly warnings: readonly Bilingual[];
  readonly now: number;
}

const returnedBy = { concludeReturn: 'lead', returnPlan: 'approver', refuse: 'approver', returnReport: 'secretariat' } as const;

/** Reads from the record how a cycle went. */
export async function gatherYear({ record, cycleId, plan, seed, seconds, warnings, now }: GatherRequest): Promise<YearReport> {
  const { read } = record;
  const cycle = await read.cycles.find(cycleId);
  if (!cycle) throw new Error(`No cycle ${cycleId}`);
  const members = new Set((await read.cycleUnits.list(cycleId)).map((each) => each.unit));
  const allUnits = await read.units.list();
  const units = allUnits.filter((unit) => members.has(unit.code)).map(({ code, name }) => ({ code, name }));
  const duties = await read.duties.all({ cycle: cycleId });
  const plans = duties.filter((duty) => duty.kind === 'plan');
  const decisions = await read.decisions.listOfCycle(cycleId);
  const kindOf = new Map(duties.map((duty) => [duty.id, duty]));
  const returned = decisions.flatMap((decision): readonly ReturnedItem[] => {
    const by = returnedBy[decision.kind as keyof typeof returnedBy];
    const duty = kindOf.get(decision.duty);
    return by && duty ? [{ unit: decision.unit, kind: duty.kind, quarter: duty.quarter, round: decision.round, by, refused: decision.kind === 'refuse', on: dateOf(decision.decidedAt), reason: decision.reason }] : [];
  });
  const rounds = await read.quarterRounds.list(cycleId);
  const quarters = rounds.filter((round) => round.state === 'frozen').map((round) => round.frozen as ComplianceReport).toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const total = (of: (report: ComplianceReport) => number): number => quarters.reduce((sum, report) => sum + of(report), 0);
  const reminders = await everyPage((page) => read.reminders.list({ cycle: cycleId }, page));
  const rows = await everyPage((page) => read.audit.list({ cycle: cycleId, after: 0 }, page));
  const submitted = (await read.submissions.latestOfMany(plans.map((duty) => duty.id))).size;
  return {
    cycle: cycleId, title: cycle.title, rehearsal: cycle.rehearsal, seed, year: cycle.year, seconds, madeAt: now, warnings,
    plan: { id: plan.id, title: plan.title, titleEn: plan.titleEn, issuerName: plan.issuerName, symbol: plan.symbol ?? null },
    secretariat: allUnits.find((unit) => unit.code === cycle.settings.roles.secretariat)?.name ?? '',
    from: cycle.settings.calendar.guidance, to: cycle.settings.calendar.closing, units,
    plans: {
      submitted,
      returned: new Set(returned.filter((each) => each.kind === 'plan' && !each.refused).map((each) => each.unit)).size,
      approved: plans.filter((duty) => duty.state === 'approved').length,
      notApproved: plans.filter((duty) => duty.state !== 'approved').length,
    },
    reports: { due: total((each) => each.totals.due), onTime: total((each) => each.totals.onTime), late: total((each) => each.totals.late), missing: total((each) => each.totals.missing) },
    reminders: { sent: reminders.length, escalated: reminders.filter((each) => each.escalation).length, byAudience: countBy(reminders.map((each) => each.to)) },
    refusedSubmissions: rows.filter((row) => row.outcome === 'refused' && row.details['code'] === 'check-blocked').length,
    quarters, returned, corrections: correctionsOf(await read.quarterRounds.restatements(cycleId)), audit: await verifyAudit(record),
  };
}

function countBy(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

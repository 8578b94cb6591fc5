import { formulaText, lateDeduction, pointsOf } from '../../domain/compliance/formula.ts';
import type { YearReport } from './model.ts';

/** The counts that two rehearsals with one seed have in common, and the rest of what programs ask for. */
export function summaryJson(report: YearReport): Readonly<Record<string, unknown>> {
  const last = report.quarters.at(-1);
  return {
    plan: report.plan.id,
    year: report.year,
    cycle: report.cycle,
    rehearsal: report.rehearsal,
    seed: report.seed,
    units: report.units.length,
    seconds: report.seconds,
    plans: report.plans,
    reports: report.reports,
    reminders: { sent: report.reminders.sent, escalated: report.reminders.escalated },
    refusedSubmissions: report.refusedSubmissions,
    targets: (last?.targets ?? []).map(({ target, threshold, counts }) => ({
      id: target, threshold, met: counts.met, onTrack: counts['on-track'], behind: counts.behind, missed: counts.missed, noData: counts['no-data'], notApplicable: counts['not-applicable'], waived: counts.waived,
    })),
    ranking: (last?.ranking ?? []).map(({ unit, score, rank }) => ({ unit, score, rank })),
    audit: { rows: report.audit.rows, intact: report.audit.intact },
    warnings: report.warnings.map((warning) => warning.en),
  };
}

/** `report.json`: everything that the report is made of, and the formula of its ranking. */
export function reportJson(report: YearReport): string {
  return `${JSON.stringify({ ...report, formula: { points: pointsOf, lateDeduction, text: formulaText } }, null, 2)}\n`;
}

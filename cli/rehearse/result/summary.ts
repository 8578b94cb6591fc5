import type { YearReport } from '../../../documents/year-report/model.ts';
import { columns } from '../../output.ts';

const bestShown = 5;

/** The year on one screen. */
export function summaryLines(report: YearReport, files: readonly string[]): readonly string[] {
  const { plans, reports, reminders, audit } = report;
  const last = report.quarters.at(-1);
  const targets = columns([
    ['target', 'threshold', 'met', 'on track', 'behind', 'missed', 'no data', 'n/a'],
    ...(last?.targets ?? []).map(({ target, threshold, unit, counts }) => [target, `${threshold} ${unit}`, ...(['met', 'on-track', 'behind', 'missed', 'no-data', 'not-applicable'] as const).map((standing) => String(counts[standing]))]),
  ]);
  const ranking = (last?.ranking ?? []).slice(0, bestShown).map(({ rank, name, score }) => `  ${rank ?? '–'}. ${name}  ${score ?? '–'}`);
  return [
    `Rehearsal of ${report.plan.id}: the year ${report.year} of ${report.units.length} units in ${Math.round(report.seconds)} s`,
    `  plans     ${plans.submitted} submitted, ${plans.returned} returned, ${plans.approved} approved, ${plans.notApproved} not approved`,
    `  reports   ${reports.due} due, ${reports.onTime} on time, ${reports.late} late, ${reports.missing} missing`,
    `  reminders ${reminders.sent} sent, ${reminders.escalated} of them escalated; ${report.refusedSubmissions} submissions refused by the check`,
    ...targets.map((line) => `  ${line}`),
    'Best placed at the end of the year:', ...ranking,
    audit.intact ? `Audit chain intact: ${audit.rows} rows.` : `Audit chain BROKEN at row ${audit.firstBroken?.id ?? '?'} of ${audit.rows}.`,
    ...report.warnings.map((warning) => `Warning: ${warning.en}`),
    ...files.map((file) => `  ${file}`),
  ];
}

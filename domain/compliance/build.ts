import { applicableTargets, isBoundBy } from '../applies.ts';
import type { Cycle } from '../cycle.ts';
import type { Duty, Submission } from '../duty.ts';
import { dateOf, daysBetween } from '../plain-date.ts';
import type { Plan, Quarter } from '../plan.ts';
import type { Unit } from '../unit.ts';
import { complianceCell, countingSubmission } from './cell.ts';
import { countStandings } from './counts.ts';
import { movementSince } from './movement.ts';
import { rankUnits } from './ranking.ts';
import type { ComplianceCell, ComplianceReport, LateReport, MissingReport, TargetCompliance } from './report.ts';

export interface ComplianceInput {
  readonly cycle: Pick<Cycle, 'id' | 'title' | 'year' | 'rehearsal'>;
  readonly plan: Plan;
  /** The units that were in the cycle in this quarter. */
  readonly units: readonly Unit[];
  /** Duties of the cycle; those of other kinds and quarters are passed over. */
  readonly duties: readonly Duty[];
  /** Latest submission by duty id. */
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly quarter: Quarter;
  /** The report of the quarter before, for the movement since. */
  readonly previous?: ComplianceReport;
}

interface Row {
  readonly unit: Unit;
  readonly duty: Duty | undefined;
  readonly submission: Submission | undefined;
  readonly cells: readonly ComplianceCell[];
}

/** Who meets what in one quarter. Pure; the same input in any order gives the same report. */
export function buildCompliance(input: ComplianceInput): ComplianceReport {
  const { cycle, plan, quarter } = input;
  const rows = rowsOf(input);
  const cells = rows.flatMap((row) => row.cells);
  const targets = plan.targets.map((target): TargetCompliance => {
    const ofTarget = cells.filter((cell) => cell.target === target.id);
    return { target: target.id, name: target.name, clause: target.clause, unit: target.unit, threshold: target.threshold, bound: rows.filter((row) => isBoundBy(target, row.unit)).length, counts: countStandings(ofTarget) };
  });
  const ranking = rankUnits(rows);
  const late = rows.flatMap(lateOf);
  const missing = rows.flatMap(missingOf);
  const movement = input.previous ? movementSince(input.previous, { cells, ranking, targets }) : null;
  const due = rows.filter((row) => row.duty).length;
  const totals = { units: rows.length, due, late: late.length, missing: missing.length, onTime: rows.length - late.length - missing.length, counts: countStandings(cells) };
  return { cycle: cycle.id, title: cycle.title, plan: plan.id, year: cycle.year, quarter, rehearsal: cycle.rehearsal, targets, cells, ranking, late, missing, movement, totals };
}

/** Retired and cancelled duties take their unit out of the quarter. */
function rowsOf({ plan, units, duties, submissions, quarter }: ComplianceInput): readonly Row[] {
  const byUnit = new Map(duties.filter((duty) => duty.kind === 'report' && duty.quarter === quarter).map((duty) => [duty.unit, duty]));
  const inQuarter = units.filter((unit) => !['retired', 'cancelled'].includes(byUnit.get(unit.code)?.state ?? ''));
  return inQuarter.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((unit) => {
    const duty = byUnit.get(unit.code);
    const submission = countingSubmission(duty, submissions);
    return { unit, duty, submission, cells: applicableTargets(plan, unit).map((target) => complianceCell(unit.code, target, duty, submission)) };
  });
}

function lateOf({ unit, duty, submission }: Row): readonly LateReport[] {
  if (!duty?.late || !submission) return [];
  const submittedAt = duty.submittedAt ?? submission.submittedAt;
  return [{ unit: unit.code, due: duty.unitDue, submittedAt, days: Math.max(0, daysBetween(duty.unitDue, dateOf(submittedAt))) }];
}

function missingOf({ unit, duty, submission }: Row): readonly MissingReport[] {
  return submission ? [] : [{ unit: unit.code, due: duty?.unitDue ?? null, state: duty?.state ?? null }];
}

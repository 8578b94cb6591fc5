import { findingsOf, type RuleResult, type Severity, type Standing, type Verdict } from '../domain/verdict.ts';

/** Sums up the results. A blocking rule that is violated, or could not be judged, blocks. */
export function verdictOf(results: readonly RuleResult[], rulesetVersion: string): Verdict {
  const counts: Record<Severity, number> = { blocking: 0, warning: 0, note: 0 };
  const findings = findingsOf({ results });
  for (const { severity } of findings) counts[severity] += 1;
  const standings: Record<string, Standing> = {};
  for (const { target, standing } of results) if (target !== undefined && standing !== undefined) standings[target] = standing;
  const outcome = counts.blocking > 0 ? 'blocked' : findings.length > 0 ? 'findings' : 'pass';
  return { outcome, rulesetVersion, results, counts, standings };
}

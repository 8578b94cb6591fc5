import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings, type RuleOutcome, type RuleResult } from '../../../domain/verdict.ts';
import { createBulkChecker, type BulkVerdict } from '../../../rules/bulk/check.ts';
import { outcomeNames, standingOfCode } from '../../../rules/bulk/codes.ts';
import { createChecker, shippedCatalogue } from '../../../rules/check.ts';
import { submissions } from './generated-submissions.ts';

const seed = 2022;
const numRuns = 500;
const catalogue = shippedCatalogue();
const check = createChecker({ catalogue });
const bulk = createBulkChecker(catalogue);

const standingsIn = ({ targets, standings: codes }: BulkVerdict): object => Object.fromEntries(targets.map(({ id }, slot) => [id, standingOfCode(codes[slot] ?? -1)]));

/** Findings of catalogue rules, one line each, and rules without any: `quiet`. Whether a quiet rule was satisfied or had nothing to judge, both paths say too. */
function engineSays(results: readonly RuleResult[]): readonly string[] {
  return results.filter(({ standing }) => standing === undefined).map(({ rule, target, outcome }) => line(rule, target, outcome)).sort();
}

function bulkSays({ rules }: BulkVerdict): readonly string[] {
  return rules.flatMap(({ rule, table, outcomes, waived }) => {
    const names = [...outcomes].map((code) => outcomeNames[code] ?? 'satisfied');
    const found = names.flatMap((outcome, row) => (outcome === 'violated' || outcome === 'unknown' || waived?.includes(row) ? [line(rule.id, table.target(row), outcome)] : []));
    return found.length > 0 ? found : [line(rule.id, undefined, names.includes('satisfied') ? 'satisfied' : 'not-applicable')];
  }).sort();
}

const line = (rule: string, target: string | undefined, outcome: RuleOutcome): string => `${rule} ${target ?? ''} ${outcome}`;

describe('a catalogue compiled for bulk, over submissions to the real plans', () => {
  it('gives the outcomes and standings that the checker gives', async () => {
    await fc.assert(fc.asyncProperty(submissions(catalogue), async (input) => {
      const verdict = await check(input);
      const fast = bulk(input);
      expect(standingsIn(fast)).toEqual(verdict.standings);
      expect(bulkSays(fast)).toEqual(engineSays(verdict.results));
    }), { seed, numRuns });
  }, 120_000);

  it('has met every standing, most rules broken, rules not judged and rules waived', () => {
    const sample = fc.sample(submissions(catalogue), { seed, numRuns }).map(bulk);
    expect(new Set(sample.flatMap((each) => [...each.standings].map(standingOfCode)))).toEqual(new Set(standings));
    const broken = new Set(sample.flatMap(({ rules }) => rules.filter(({ outcomes }) => outcomes.includes(outcomeNames.indexOf('violated'))).map(({ rule }) => rule.id)));
    expect(broken.size).toBeGreaterThan(40);
    expect(sample.some(({ rules }) => rules.some(({ outcomes }) => outcomes.includes(outcomeNames.indexOf('unknown'))))).toBe(true);
    expect(sample.some(({ rules }) => rules.some(({ waived }) => waived !== undefined))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { comparators, measures, quarters, type Target } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import { createChecker } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aTarget } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';
import { aUnitPlan } from '../support/builders/unit-plan.ts';

const check = createChecker();

/** What may be missing of a figure, by measure. Zero would pass every cap, and any answer but yes is an answer. */
const missing: Readonly<Record<Target['measure'], Readonly<Record<string, Omit<TargetFigure, 'target'>>>>> = {
  ratio: { numerator: { numerator: null, denominator: 100 }, denominator: { numerator: 100, denominator: null }, both: {}, 'all but the percentage': { value: 100 }, 'anything to count': { numerator: 0, denominator: 0 } },
  count: { value: { value: null }, 'the value, but for other parts': { numerator: 100, denominator: 100 } },
  amount: { value: { value: null }, field: {} },
  rank: { value: { value: null }, field: {} },
  'yes-no': { answer: { answer: null }, field: {} },
};

const kinds = measures.flatMap((measure) => comparators.flatMap((comparator) => Object.entries(missing[measure]).map(([part, figure]) => ({ measure, comparator, part, figure }))));

describe('missing is not zero, and never met', () => {
  it.each(kinds)('$measure, $comparator, without $part', async ({ measure, comparator, figure }) => {
    const plan = aPlan().withTargets(aTarget({ measure, comparator, threshold: 0 })).build();
    for (const quarter of quarters) {
      const { standings, results } = await check(aCheckOf(aReport({ plan, quarter }).reporting({ target: 'ct-01', ...figure }).build(), { plan }));
      expect(standings).toEqual({ 'ct-01': 'no-data' });
      expect(results[0]).toMatchObject({ outcome: 'unknown', severity: 'warning' });
      expect(results[0]).not.toHaveProperty('gap');
    }
  });

  it.each(measures.flatMap((measure) => comparators.map((comparator) => ({ measure, comparator }))))('a commitment to $measure, $comparator, left open blocks', async ({ measure, comparator }) => {
    const plan = aPlan().withTargets(aTarget({ measure, comparator, threshold: 0 })).build();
    const verdict = await check(aCheckOf(aUnitPlan({ plan }).committing({ target: 'ct-01', value: null }).build(), { plan }));
    expect(verdict).toMatchObject({ outcome: 'blocked', standings: { 'ct-01': 'no-data' } });
  });
});

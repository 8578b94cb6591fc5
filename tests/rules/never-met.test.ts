import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparators, measures, quarters, type Target } from '../../domain/plan.ts';
import { createChecker } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aTarget } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';

const seed = 2022;
const check = createChecker();

const missing = fc.constantFrom(null, undefined);
/** What JSON or a spreadsheet may hold where a number belongs. */
const mistyped = fc.constantFrom('97', '', true, Number.NaN, Number.POSITIVE_INFINITY, {}, []) as fc.Arbitrary<never>;
const absent = fc.oneof(missing, mistyped);
const target = fc.record({ measure: fc.constantFrom(...measures), comparator: fc.constantFrom(...comparators), threshold: fc.integer({ min: 0, max: 100 }) });

/** A figure in which at least one part that its measure needs is not there. */
function withoutAPart({ measure }: Pick<Target, 'measure'>): fc.Arbitrary<object> {
  if (measure === 'yes-no') return fc.record({ answer: missing, value: absent });
  if (measure !== 'ratio') return fc.record({ value: absent, numerator: fc.nat(100), denominator: fc.nat(100) });
  const value = fc.oneof(fc.nat(100), missing);
  return fc.oneof(
    fc.record({ numerator: absent, denominator: fc.oneof(fc.nat(1000), absent), value }),
    fc.record({ numerator: fc.nat(1000), denominator: fc.oneof(absent, fc.constantFrom(0, -5)), value }),
  );
}

describe('a figure that is not there', () => {
  it('is never met, on track or missed, in any quarter, for any target', async () => {
    const cases = target.chain((each) => fc.record({ target: fc.constant(each), figure: withoutAPart(each), quarter: fc.constantFrom(...quarters) }));
    await fc.assert(fc.asyncProperty(cases, async ({ target: over, figure, quarter }) => {
      const plan = aPlan().withTargets(aTarget(over)).build();
      const { standings, outcome } = await check(aCheckOf(aReport({ plan, quarter }).reporting({ target: 'ct-01', ...figure }).build(), { plan }));
      expect(standings).toEqual({ 'ct-01': 'no-data' });
      expect(outcome).not.toBe('pass');
    }), { seed, numRuns: 500 });
  });
});

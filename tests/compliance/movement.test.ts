import { describe, expect, it } from 'vitest';
import { buildCompliance } from '../../domain/compliance/build.ts';
import { moveBetween } from '../../domain/compliance/movement.ts';
import { evaluateYear } from '../../domain/compliance/year-end.ts';
import type { Standing } from '../../domain/verdict.ts';
import { aDuty, cycle, plan, reported, units } from './situation.ts';

const quarter = (of: 'Q1' | 'Q2', standings: Readonly<Record<string, Standing>>, previous?: ReturnType<typeof buildCompliance>) =>
  buildCompliance({
    cycle, plan, units, quarter: of, ...(previous ? { previous } : {}),
    ...reported([{ duty: aDuty('so-a', { quarter: of }), standings, figures: [{ target: 't1', numerator: 30, denominator: 60 }, { target: 't3', answer: false }] }, { duty: aDuty('so-b', { quarter: of }), standings: { t1: 'met', t2: 'met' }, figures: [{ target: 't1', numerator: 10, denominator: 20 }] }]),
  });

describe('movement since the quarter before', () => {
  const first = quarter('Q1', { t1: 'behind', t2: 'met', t3: 'waived' });
  const second = quarter('Q2', { t1: 'met', t2: 'missed', t3: 'met' }, first);

  it('is absent in the first', () => expect(first.movement).toBeNull());
  it('counts what improved and what worsened, not what was exempt', () => expect(second.movement).toMatchObject({ since: 'Q1', improved: 1, worsened: 1 }));
  it('follows each unit and each target', () => {
    expect(second.movement?.units.find((each) => each.unit === 'so-a')).toEqual({ unit: 'so-a', scoreBefore: 70, rankBefore: 2, improved: 1, worsened: 1 });
    expect(second.movement?.targets[0]).toEqual({ target: 't1', metBefore: 1, met: 2 });
  });
  it('knows better from worse', () => {
    expect(moveBetween('no-data', 'on-track')).toBe(1);
    expect(moveBetween('met', 'no-data')).toBe(-1);
    expect(moveBetween('missed', 'no-data')).toBe(0);
  });
});

describe('the year-end evaluation', () => {
  const first = quarter('Q1', { t1: 'met', t2: 'met', t3: 'met' });
  const last = quarter('Q2', { t1: 'met', t2: 'missed', t3: 'waived' });
  const evaluation = evaluateYear(plan, [last, first]);

  it("sums the units' figures into the province's", () => expect(evaluation.results[0]).toMatchObject({ targetCode: 't1', numerator: 40, denominator: 80, value: 50 }));
  it('counts the yes of those that answered', () => expect(evaluation.results.find((each) => each.targetCode === 't3')).toMatchObject({ numerator: 0, denominator: 1 }));
  it('has no result where there is no data', () => expect(evaluation.results.map((each) => each.targetCode)).not.toContain('t2'));
  it('names what each unit leaves open', () => {
    expect(evaluation.units.find((each) => each.unit === 'so-a')).toMatchObject({ open: ['t2'], lateReports: 0, missingReports: 0 });
    expect(evaluation.units.find((each) => each.unit === 'huyen-c')).toMatchObject({ missingReports: 2 });
  });
  it('cannot be made of nothing', () => expect(() => evaluateYear(plan, [])).toThrow(RangeError));
});

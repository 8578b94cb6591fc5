import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStandings } from '../../domain/compliance/counts.ts';
import { scoreOf } from '../../domain/compliance/formula.ts';
import { rankUnits } from '../../domain/compliance/ranking.ts';
import type { ComplianceCell } from '../../domain/compliance/report.ts';
import { standings, type Standing } from '../../domain/verdict.ts';

const counts = (...all: Standing[]) => countStandings(all.map((standing) => ({ standing })));

describe('the score', () => {
  it('is the mean of the points', () => expect(scoreOf(counts('met', 'on-track', 'behind', 'missed'), false).score).toBe(55));
  it('counts missing data as 0', () => expect(scoreOf(counts('met', 'no-data'), false).score).toBe(50));
  it('leaves out what does not apply or is waived', () => expect(scoreOf(counts('met', 'not-applicable', 'waived'), false)).toEqual({ scored: 1, points: 100, score: 100 }));
  it('takes five points off a late report', () => expect(scoreOf(counts('met', 'met'), true).score).toBe(95));
  it('never falls below 0', () => expect(scoreOf(counts('missed'), true).score).toBe(0));
  it('rounds halves up to two decimals', () => expect(scoreOf(counts('met', 'missed', 'missed'), false).score).toBe(33.33));
  it('is not there when nothing counts', () => expect(scoreOf(counts('waived'), true).score).toBeNull());
  it('stays between 0 and 100', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...standings)), fc.boolean(), (all, late) => {
      const { score } = scoreOf(counts(...all), late);
      return score === null || (score >= 0 && score <= 100);
    }));
  });
});

describe('the ranking', () => {
  const ranked = (units: Record<string, Standing[]>) =>
    rankUnits(Object.entries(units).map(([code, all]) => ({
      unit: { code, name: code, level: 'department', validFrom: '2019-01-01' },
      duty: undefined,
      cells: all.map((standing, index): ComplianceCell => ({ unit: code, target: `t${index}`, standing, numerator: null, denominator: null, value: null, threshold: 1, gap: null, submission: null, late: false })),
    }))).map(({ unit, rank }) => `${rank ?? '–'} ${unit}`);

  it('lets equal scores share a rank and passes over the next', () => {
    expect(ranked({ d: ['missed'], c: ['behind'], b: ['met'], a: ['behind'] })).toEqual(['1 b', '2 a', '2 c', '4 d']);
  });
  it('puts a unit that no target binds last, without a rank', () => expect(ranked({ a: [], b: ['missed'] })).toEqual(['1 b', '– a']));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { castOf } from '../../cli/rehearse/cast.ts';
import { between, randomFor, shuffled } from '../../cli/rehearse/random.ts';
import { quarters } from '../../domain/plan.ts';

const units = (count: number): string[] => Array.from({ length: count }, (_, index) => `u-${index}`);

describe('the cast', () => {
  it('is the same for the same seed, in whatever order the units come', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (count, seed) => {
      expect(castOf(units(count).toReversed(), seed)).toEqual(castOf(units(count), seed));
    }));
  });

  it('is another for another seed', () => expect(castOf(units(37), 1)).not.toEqual(castOf(units(37), 2)));

  it('of a province has every part', () => {
    const cast = castOf(units(37), 7);
    for (const manner of ['diligent', 'sloppy', 'warned', 'late', 'withdrawing', 'silent']) expect(cast.map((each) => each.plan)).toContain(manner);
    for (const fate of ['approved', 'returned-by-lead', 'returned-by-approver', 'refused']) expect(cast.map((each) => each.fate)).toContain(fate);
    for (const quarter of quarters) {
      for (const manner of ['diligent', 'sloppy', 'warned', 'late', 'withdrawing', 'returned', 'missing']) expect(cast.map((each) => each.reports[quarter])).toContain(manner);
    }
    expect(cast.filter((each) => each.silentAspect !== null).length).toBeGreaterThan(0);
    expect(cast.flatMap((each) => each.corrects ?? []).toSorted()).toEqual(['Q1', 'Q2', 'Q3']);
  });

  it('keeps no late unit waiting for a silent appraiser', () => {
    const both = (seed: number) => castOf(units(37), seed).filter((each) => each.plan === 'late' && each.silentAspect !== null);
    expect(Array.from({ length: 50 }, (_, seed) => both(seed)).flat()).toEqual([]);
  });

  it('lets the diligent be the most', () => {
    const cast = castOf(units(100), 3);
    expect(cast.filter((each) => each.plan === 'diligent').length).toBeGreaterThan(50);
    expect(cast.filter((each) => each.fate === 'approved').length).toBeGreaterThan(70);
  });

  it('of one unit is a diligent one', () => expect(castOf(['u'], 5)).toMatchObject([{ plan: 'diligent', fate: 'approved', silentAspect: null, corrects: null }]));
});

describe('the seeded streams', () => {
  it('do not depend on each other', () => expect(randomFor(1, 'a')()).not.toBe(randomFor(1, 'b')()));
  it('stay within bounds', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.nat(9), (seed, from, more) => {
      const value = between(randomFor(seed, 'x'), from, from + more);
      return Number.isInteger(value) && value >= from && value <= from + more;
    }));
  });
  it('shuffle without loss', () => expect([...shuffled(randomFor(4), units(20))].sort()).toEqual(units(20).sort()));
});

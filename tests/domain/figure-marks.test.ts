import { describe, expect, it } from 'vitest';
import { figureMarks } from '../../domain/figure-marks.ts';

const figure = (index: number, denominator = 1000 + index): { target: string; numerator: number; denominator: number } => ({ target: `ct-${index}`, numerator: 7, denominator });

describe('marks of a report', () => {
  it('are its large figures, each as one text', () => {
    expect(figureMarks({ targets: [figure(1), { target: 'ct-2', value: 20 }] }).toSorted()).toEqual(['ct-1 7/1001/', 'ct-2 //20']);
  });

  it('leave out what is alike by chance: small figures, complete ones, answers, and none at all', () => {
    expect(figureMarks({ targets: [figure(1, 19), { target: 'ct-2', value: 19 }, { target: 'ct-3', numerator: 40, denominator: 40 }, { target: 'ct-4', answer: true }, { target: 'ct-5', numerator: null, denominator: null }] })).toEqual([]);
  });

  it('are at most sixteen, of the same targets in whatever order they come', () => {
    const targets = Array.from({ length: 45 }, (_, index) => figure(index));
    expect(figureMarks({ targets })).toHaveLength(16);
    expect(figureMarks({ targets: targets.toReversed() })).toEqual(figureMarks({ targets }));
  });
});

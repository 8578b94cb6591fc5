import { describe, expect, it } from 'vitest';
import { buildCompliance } from '../../domain/compliance/build.ts';
import { atTime } from '../../domain/plain-date.ts';
import { aDuty, cycle, plan, reported, units } from './situation.ts';

const base = { cycle, plan, units, quarter: 'Q1' as const };

describe('a quarter in which one unit is on time, one late and one silent', () => {
  const report = buildCompliance({
    ...base,
    ...reported([
      { duty: aDuty('so-a'), standings: { t1: 'met', t2: 'on-track', t3: 'met' }, figures: [{ target: 't1', numerator: 1, denominator: 3 }, { target: 't3', answer: true }] },
      { duty: aDuty('so-b', { late: true, submittedAt: atTime('2022-03-24', '10:00') }), standings: { t1: 'behind', t2: 'waived' } },
      { duty: aDuty('huyen-c', { state: 'missing', submittedAt: null }) },
    ]),
  });

  it('counts each target over the units that it binds', () => {
    expect(report.targets.map(({ target, bound, counts }) => [target, bound, counts.met, counts.behind, counts['no-data'], counts.waived])).toEqual([
      ['t1', 3, 1, 1, 1, 0],
      ['t2', 2, 0, 0, 0, 1],
      ['t3', 1, 1, 0, 0, 0],
    ]);
    for (const { bound, counts } of report.targets) expect(Object.values(counts).reduce((a, b) => a + b)).toBe(bound);
  });

  it('gives the silent unit no data for every target that binds it', () => {
    expect(report.cells.filter((cell) => cell.unit === 'huyen-c')).toEqual([
      { unit: 'huyen-c', target: 't1', standing: 'no-data', numerator: null, denominator: null, value: null, threshold: 50, gap: null, submission: null, late: false },
    ]);
    expect(report.missing).toEqual([{ unit: 'huyen-c', due: '2022-03-21', state: 'missing' }]);
  });

  it('shows figures as reported, a percentage to two decimals, yes as 1', () => {
    const of = (target: string) => report.cells.find((cell) => cell.unit === 'so-a' && cell.target === target);
    expect(of('t1')).toMatchObject({ numerator: 1, denominator: 3, value: 33.33 });
    expect(of('t3')).toMatchObject({ value: 1 });
    expect(of('t2')).toMatchObject({ value: null });
  });

  it("uses the unit's own threshold where the plan gives one", () => {
    expect(report.cells.find((cell) => cell.unit === 'so-b' && cell.target === 't2')?.threshold).toBe(30);
  });

  it('lists the late one with its days', () => {
    expect(report.late).toEqual([{ unit: 'so-b', due: '2022-03-21', submittedAt: atTime('2022-03-24', '10:00'), days: 3 }]);
    expect(report.totals).toMatchObject({ units: 3, due: 3, onTime: 1, late: 1, missing: 1 });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('does not depend on the order of its input', () => {
    const input = { ...base, ...reported([{ duty: aDuty('so-a'), standings: { t1: 'met' } }, { duty: aDuty('so-b'), standings: { t1: 'met' } }]) };
    expect(buildCompliance({ ...input, units: units.toReversed(), duties: input.duties.toReversed() })).toEqual(buildCompliance(input));
  });
});

describe('what does not count', () => {
  it.each(['open', 'returned', 'missing'] as const)('a report that is %s', (state) => {
    const report = buildCompliance({ ...base, ...reported([{ duty: aDuty('so-a', { state }), standings: { t1: 'met', t2: 'met', t3: 'met' } }]) });
    expect(report.targets[0]?.counts).toMatchObject({ met: 0, 'no-data': 3 });
  });

  it('a unit that left, which is not in the quarter at all', () => {
    const report = buildCompliance({ ...base, ...reported([{ duty: aDuty('so-a', { state: 'retired' }) }]) });
    expect(report.ranking.map((each) => each.unit)).not.toContain('so-a');
    expect(report.totals.units).toBe(2);
  });

  it('a report of another quarter', () => {
    const report = buildCompliance({ ...base, ...reported([{ duty: aDuty('so-a', { quarter: 'Q2' }), standings: { t1: 'met' } }]) });
    expect(report.totals.counts.met).toBe(0);
    expect(report.totals.due).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { attentionOf } from '../../domain/compliance/attention.ts';
import { buildCompliance } from '../../domain/compliance/build.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Standing } from '../../domain/verdict.ts';
import { aDuty, cycle, plan, reported, units } from './situation.ts';

/** A round in which every unit named sent a report with these standings; the others sent none. */
function round(quarter: Quarter, standings: Readonly<Record<string, Readonly<Record<string, Standing>>>>): ComplianceReport {
  const rows = units.map(({ code }) => {
    const own = standings[code];
    return own ? { duty: aDuty(code, { quarter }), standings: own } : { duty: aDuty(code, { quarter, state: 'missing' }) };
  });
  return buildCompliance({ cycle, plan, units, quarter, ...reported(rows) });
}

describe('what a committee looks at first', () => {
  const q1 = round('Q1', { 'so-a': { t1: 'behind', t2: 'met', t3: 'met' }, 'so-b': { t1: 'met', t2: 'met' }, 'huyen-c': { t1: 'behind' } });
  const q2 = round('Q2', { 'so-a': { t1: 'behind', t2: 'no-data', t3: 'waived' }, 'so-b': { t1: 'met', t2: 'met' } });
  const q3 = round('Q3', { 'so-a': { t1: 'missed', t2: 'behind', t3: 'behind' }, 'so-b': { t1: 'on-track', t2: 'missed' } });
  const attention = attentionOf(q3, [q2, q1], 5);

  it('names units by the share of targets that are behind, missed or unknown, and since when', () => {
    expect(attention.units).toEqual([
      { id: 'so-a', weak: 3, of: 3, since: [{ quarter: 'Q1', count: 1 }, { quarter: 'Q2', count: 1 }, { quarter: 'Q3', count: 1 }] },
      { id: 'so-b', weak: 1, of: 2, since: [{ quarter: 'Q3', count: 1 }] },
    ]);
  });
  it('names targets by the number of units that are weak, of those that reported', () => {
    expect(attention.targets.map(({ id, weak, of }) => [id, weak, of])).toEqual([['t2', 2, 2], ['t3', 1, 1], ['t1', 1, 2]]);
  });
  it('sets units without a report apart, with the quarter from which on nothing came', () => {
    expect(attention.silent).toEqual([{ unit: 'huyen-c', since: 'Q2' }]);
    expect(attentionOf(round('Q1', {}), [], 5).silent.map(({ since }) => since)).toEqual(['Q1', 'Q1', 'Q1']);
    expect(attentionOf(round('Q3', {}), [round('Q2', {}), round('Q1', {})], 5).silent[0]?.since).toBe('Q1');
  });
  it('begins a run anew after a quarter that was well', () => {
    const well = round('Q2', { 'so-a': { t1: 'met', t2: 'met', t3: 'met' } });
    expect(attentionOf(q3, [well, q1], 5).units[0]?.since).toEqual([{ quarter: 'Q3', count: 3 }]);
  });
  it('leaves out what does not count, and who is well', () => {
    expect(attentionOf(q1, [], 5).units.map(({ id }) => id)).toEqual(['huyen-c', 'so-a']);
    expect(attentionOf(q2, [q1], 5).units[0]).toMatchObject({ id: 'so-a', weak: 2, of: 2 });
  });
  it('shows as many as asked for', () => expect(attentionOf(q3, [q2, q1], 1).units).toHaveLength(1));
});

import { describe, expect, it } from 'vitest';
import { parseDutyId, planDutyId, reportDutyId } from '../../domain/ids.ts';

describe('duty ids', () => {
  it('read back as they were built', () => {
    expect(parseDutyId(planDutyId('2022-gia-lai', 'so-tc'))).toEqual({ kind: 'plan', cycle: '2022-gia-lai', unit: 'so-tc', quarter: null });
    expect(parseDutyId(reportDutyId('2022-gia-lai', 'Q3', 'so-tc'))).toEqual({ kind: 'report', cycle: '2022-gia-lai', unit: 'so-tc', quarter: 'Q3' });
  });

  it.each(['', 'plan', 'plan/c', 'plan/c/u/x', 'report/c/Q5/u', 'report/c/Q1', 'report/c/Q1/u/x', 'cycle/c/u'])('refuse %j', (id) => {
    expect(parseDutyId(id)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { aspectDue, firstPlanDuties, openOpinions, reportDuties, revisionDue } from '../../domain/opening.ts';
import { atTime } from '../../domain/plain-date.ts';
import { aPlanDuty, calendar, cycle } from './view/situation.ts';

const units = [{ unit: 'so-a', shard: 0 }, { unit: 'so-b', shard: 1 }];

describe('plans', () => {
  it('are due when drafts are due', () => {
    expect(firstPlanDuties(cycle, units, calendar, atTime('2021-10-01', '09:00'))).toMatchObject([
      { id: 'plan/2022-t/so-a', state: 'draft', due: '2021-10-29', unitDue: '2021-10-29', version: 1, round: 1, shard: 0 }, { unit: 'so-b', shard: 1 },
    ]);
  });

  it('leave a late joiner the time of a revision', () => {
    expect(firstPlanDuties(cycle, units, calendar, atTime('2021-10-27', '09:00'))[0]).toMatchObject({ due: '2021-11-03', unitDue: '2021-11-03' });
  });
});

describe('reports', () => {
  it('that are due on a Sunday end with Monday', () => {
    expect(reportDuties(cycle, 'Q1', units, calendar, atTime('2022-03-14', '08:00'))[1]).toMatchObject({ id: 'report/2022-t/Q1/so-b', state: 'open', quarter: 'Q1', due: '2022-03-21' });
  });

  it('opened after their date have the usual days', () => {
    expect(reportDuties(cycle, 'Q1', units, calendar, atTime('2022-03-28', '08:00'))[0]?.due).toBe('2022-04-04');
  });

  it('are not opened for a quarter that the year does not have', () => {
    expect(() => reportDuties(cycle, 'Q4', units, calendar, 0)).toThrow(RangeError);
  });
});

describe('opinions', () => {
  it('are asked one per aspect, of its appraiser, on the content that was submitted', () => {
    const opinions = openOpinions(cycle, aPlanDuty({ round: 2, contentHash: 'abc' }), '2021-11-08');
    expect(opinions.map(({ id, appraiser }) => [id, appraiser])).toEqual([
      ['plan/2022-t/so-a/r2/technical', 'tt'], ['plan/2022-t/so-a/r2/investment', 'kh'], ['plan/2022-t/so-a/r2/recurrent', 'tc'], ['plan/2022-t/so-a/r2/security', 'ca'],
    ]);
    expect(opinions.every(({ contentHash, answer, due }) => contentHash === 'abc' && answer === null && due === '2021-11-08')).toBe(true);
  });
});

it('counts allowances in working days', () => {
  expect([revisionDue(cycle, calendar, '2021-10-29'), aspectDue(cycle, calendar, '2021-10-29')]).toEqual(['2021-11-05', '2021-11-05']);
});

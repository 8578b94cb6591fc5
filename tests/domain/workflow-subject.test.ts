import { describe, expect, it } from 'vitest';
import { cycleWorkflowId, directiveWorkflowId, planDutyId, quarterWorkflowId, reportDutyId, shardWorkflowId } from '../../domain/ids.ts';
import { findSubject, getSubject } from '../../domain/workflow-subject.ts';

describe('the id of a workflow', () => {
  it('says what it is about', () => {
    expect(getSubject(cycleWorkflowId('2022-gl'))).toEqual({ type: 'annualCycle', cycle: '2022-gl' });
    expect(getSubject(quarterWorkflowId('2022-gl', 'Q3'))).toEqual({ type: 'quarterRound', cycle: '2022-gl', quarter: 'Q3' });
    expect(getSubject(planDutyId('2022-gl', 'so-a'))).toEqual({ type: 'unitPlan', cycle: '2022-gl', duty: 'plan/2022-gl/so-a' });
    expect(getSubject(reportDutyId('2022-gl', 'Q1', 'so-a'))).toEqual({ type: 'unitReport', cycle: '2022-gl', duty: 'report/2022-gl/Q1/so-a' });
    expect(getSubject(directiveWorkflowId('2022-gl-2', 12))).toEqual({ type: 'directive', cycle: '2022-gl-2', number: 12 });
  });

  it.each(['directive/a', 'directive/a/0', 'directive/a/Q1', '', 'cycle', 'cycle/', 'cycle/a/b', 'quarter/a/Q5', 'quarter/a', 'plan/a', 'upkeep', shardWorkflowId('cycle/a', 0)])('%s is none', (id) => {
    expect(findSubject(id)).toBeUndefined();
    expect(() => getSubject(id)).toThrow(RangeError);
  });
});

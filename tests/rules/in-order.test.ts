import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../domain/verdict.ts';
import { createChecker } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aPlanTask } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';
import { aUnitPlan } from '../support/builders/unit-plan.ts';

const check = createChecker();

describe('a submission in order', () => {
  const plan = aPlan().withTasks(aPlanTask()).build();
  const approved = aUnitPlan({ plan }).build();

  it('a plan passes without a finding', async () => {
    const verdict = await check(aCheckOf(approved, { plan }));
    expect(findingsOf(verdict)).toEqual([]);
    expect(verdict.outcome).toBe('pass');
    expect(verdict.counts).toEqual({ blocking: 0, warning: 0, note: 0 });
  });

  it.each(['Q1', 'Q2', 'Q3', 'Q4'] as const)('a report of %s passes without a finding', async (quarter) => {
    const content = aReport({ plan, quarter, approved }).build();
    const verdict = await check(aCheckOf(content, { plan, history: { approvedPlan: approved } }));
    expect(findingsOf(verdict)).toEqual([]);
    expect(verdict.outcome).toBe('pass');
  });

  it('says what ran: one result for each rule of the kind, each with its version and ground', async () => {
    const { results } = await check(aCheckOf(approved, { plan }));
    const quiet = results.filter(({ target }) => target === undefined);
    expect(quiet.length).toBeGreaterThan(40);
    for (const result of quiet) {
      expect(['satisfied', 'not-applicable']).toContain(result.outcome);
      expect(result.ruleVersion).toMatch(/^\d+\.\d+\.\d+$/);
      expect(result.ground).toBeTruthy();
      expect(result.message.vi).not.toBe('');
    }
  });
});

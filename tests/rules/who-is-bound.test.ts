import { describe, expect, it } from 'vitest';
import { createChecker } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aTarget } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';
import { aUnitPlan } from '../support/builders/unit-plan.ts';
import { aUnit } from '../support/builders/unit.ts';

const check = createChecker();
const standingsOf = async (plan: ReturnType<ReturnType<typeof aPlan>['build']>, unit = aUnit()): Promise<object> =>
  (await check(aCheckOf(aUnitPlan({ plan, unit }).committing({ target: 'ct-01', value: 90 }).build(), { plan, unit }))).standings;

describe('whom a target binds', () => {
  it('the units of its levels, groups and list, and no other', async () => {
    const unit = aUnit({ code: 'so-b' });
    for (const appliesTo of [{ levels: ['department'] as const }, { groups: ['so-ban-nganh'] }, { units: ['so-b'] }]) {
      expect(await standingsOf(aPlan().withTargets(aTarget({ appliesTo })).build(), unit)).toEqual({ 'ct-01': 'missed' });
    }
    expect(await standingsOf(aPlan().withTargets(aTarget({ appliesTo: { levels: ['district'], units: ['so-a'] } })).build(), unit)).toEqual({});
  });

  it('only the unit that reports for all', async () => {
    const plan = aPlan().withTargets(aTarget({ appliesTo: { levels: ['province'] }, reportedBy: 'so-b' })).build();
    expect(await standingsOf(plan)).toEqual({});
    expect(await standingsOf(plan, aUnit({ code: 'so-b' }))).toEqual({ 'ct-01': 'missed' });
  });

  it('a unit with a threshold of its own is held against that', async () => {
    const plan = aPlan().withTargets(aTarget({ appliesTo: { levels: ['department'], unitThresholds: { 'so-a': 90 } }, milestones: { Q1: 90 } })).build();
    expect(await standingsOf(plan)).toEqual({ 'ct-01': 'met' });
    const content = aReport({ plan }).reporting({ target: 'ct-01', numerator: 225, denominator: 1000 }).build();
    const { results } = await check(aCheckOf(content, { plan }));
    expect(results[0]).toMatchObject({ standing: 'on-track', threshold: 90, inputs: [{}, {}, { name: 'threshold', source: 'plan:/targets/0/appliesTo/unitThresholds' }, { name: 'milestone', value: 22.5 }] });
  });

  it('an exact target with a threshold of its own is left behind by whoever goes beyond that one', async () => {
    const plan = aPlan().withTargets(aTarget({ measure: 'count', unit: 'hệ thống', comparator: 'equal', threshold: 100, appliesTo: { levels: ['department'], unitThresholds: { 'so-a': 90 } } })).build();
    const standingAt = async (value: number): Promise<unknown> => (await check(aCheckOf(aReport({ plan }).reporting({ target: 'ct-01', value }).build(), { plan }))).standings['ct-01'];
    expect(await Promise.all([23, 90, 91].map(standingAt))).toEqual(['on-track', 'met', 'behind']);
  });
});

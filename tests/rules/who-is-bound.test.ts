import { describe, expect, it } from 'vitest';
import type { Waiver } from '../../domain/check.ts';
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
});

describe('waivers', () => {
  const waiver: Waiver = { unit: 'so-a', target: 'ct-01', reason: 'Chưa có hạ tầng', approver: 'so-b', expires: '2021-10-20' };
  const waived = (over: Partial<Waiver>): ReturnType<typeof check> => check(aCheckOf(aUnitPlan().committing({ target: 'ct-01', value: 10 }).build(), { waivers: [{ ...waiver, ...over }] }));

  it('count up to the day on which they expire', async () => {
    expect((await waived({})).standings['ct-01']).toBe('waived');
    expect((await waived({ expires: '2021-10-19' })).standings['ct-01']).toBe('missed');
  });

  it('count for their unit only, and say why', async () => {
    expect((await waived({ unit: 'so-b' })).standings['ct-01']).toBe('missed');
    expect((await waived({})).results[0]?.message.vi).toBe('Được miễn đến 20/10/2021 theo so-b, lý do: Chưa có hạ tầng');
  });

  it('of a rule keep it from running, visibly', async () => {
    const content = aUnitPlan().having({ focalPoint: null }).build();
    const { target: _, ...ofRule } = { ...waiver, rule: 'no-focal-point' };
    const { outcome, results } = await check(aCheckOf(content, { waivers: [ofRule] }));
    expect(outcome).toBe('pass');
    expect(results.find(({ rule }) => rule === 'no-focal-point')).toMatchObject({ outcome: 'not-applicable', message: { vi: 'Được miễn: Chưa có hạ tầng' } });
  });
});

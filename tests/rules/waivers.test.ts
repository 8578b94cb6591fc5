import { describe, expect, it } from 'vitest';
import type { PlanContent } from '../../domain/submission.ts';
import type { RuleResult, Verdict } from '../../domain/verdict.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aTask, aUnitPlan } from '../support/builders/unit-plan.ts';

const check = createChecker();
const ofTarget: Waiver = { unit: 'so-a', target: 'ct-01', reason: 'Chưa có hạ tầng', approver: 'UBND tỉnh', expires: '2021-10-20' };
const ofRule = (rule: string, over: Partial<Waiver> = {}): Waiver => {
  const { target: _, ...rest } = ofTarget;
  return { ...rest, rule, ...over };
};

const under = (content: PlanContent, ...waivers: readonly Waiver[]): Promise<Verdict> => check(aCheckOf(content, { waivers }));
const resultOf = ({ results }: Verdict, rule: string): RuleResult | undefined => results.find((each) => each.rule === rule);

describe('a waiver of a target', () => {
  const low = aUnitPlan().committing({ target: 'ct-01', value: 10 }).build();
  const standing = async (over: Partial<Waiver>): Promise<string | undefined> => (await under(low, { ...ofTarget, ...over })).standings['ct-01'];

  it('counts up to the day on which it expires, and no longer', async () => {
    expect(await standing({})).toBe('waived');
    expect(await standing({ expires: '2021-10-19' })).toBe('missed');
  });

  it('counts for its unit and its target only', async () => {
    expect(await standing({ unit: 'so-b' })).toBe('missed');
    expect(await standing({ target: 'ct-02' })).toBe('missed');
  });

  it('says why, by whom, until when', async () => {
    expect((await under(low, ofTarget)).results[0]).toMatchObject({
      standing: 'waived', outcome: 'not-applicable', waiver: { reason: 'Chưa có hạ tầng', approver: 'UBND tỉnh', expires: '2021-10-20' },
      message: { vi: 'Được miễn đến 20/10/2021 theo UBND tỉnh, lý do: Chưa có hạ tầng' },
    });
  });
});

describe('a waiver of a rule', () => {
  const noFocalPoint = aUnitPlan().having({ focalPoint: null }).build();
  const noDue = aUnitPlan().withTasks(aTask({ due: null })).build();

  it('lets the finding pass and leaves it to be seen, as waived, with its reason', async () => {
    const verdict = await under(noFocalPoint, ofRule('no-focal-point'));
    expect(verdict.outcome).toBe('pass');
    expect(resultOf(verdict, 'no-focal-point')).toMatchObject({
      outcome: 'not-applicable', severity: 'note', waiver: { reason: 'Chưa có hạ tầng', approver: 'UBND tỉnh', expires: '2021-10-20' },
      message: { vi: 'Chưa có người đầu mối của đơn vị. Được miễn đến 20/10/2021 theo UBND tỉnh, lý do: Chưa có hạ tầng' }, pointers: ['/focalPoint'],
    });
  });

  it('lets a blocking one pass until the day after it expires', async () => {
    expect((await under(noDue)).outcome).toBe('blocked');
    expect((await under(noDue, ofRule('task-without-due'))).outcome).toBe('pass');
    expect((await under(noDue, ofRule('task-without-due', { expires: '2021-10-19' }))).outcome).toBe('blocked');
  });

  it('leaves other rules alone, and says nothing where nothing was found', async () => {
    expect((await under(noDue, ofRule('task-without-output'))).outcome).toBe('blocked');
    expect(resultOf(await under(aUnitPlan().build(), ofRule('no-focal-point')), 'no-focal-point')).not.toHaveProperty('waiver');
  });

  it('is ignored for a rule that nobody can waive', async () => {
    const secret = aUnitPlan().having({ sections: { purpose: 'MẬT', solutions: 'b', organisation: 'c' } }).build();
    const verdict = await under(secret, ofRule('secret-mark'));
    expect(verdict.outcome).toBe('blocked');
    expect(resultOf(verdict, 'secret-mark')).toMatchObject({ outcome: 'violated', severity: 'blocking' });
    expect(resultOf(verdict, 'secret-mark')).not.toHaveProperty('waiver');
  });
});

describe('rules that nobody can waive', () => {
  it('are those that make a document this unit’s, of this year, and readable at all', () => {
    expect(shippedCatalogue().rules.filter(({ waivable }) => waivable === false).map(({ id }) => id).sort()).toEqual([
      'budget-line-repeated', 'budget-line-task-unknown', 'commitment-repeated', 'commitment-unknown-target', 'figure-repeated', 'figure-unknown-target', 'other-period', 'other-plan',
      'other-unit', 'other-year', 'progress-repeated', 'progress-unknown-task', 'secret-mark', 'spent-repeated', 'spent-unknown-line', 'task-repeated',
    ]);
  });
});

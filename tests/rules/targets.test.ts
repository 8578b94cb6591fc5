import { describe, expect, it } from 'vitest';
import type { Quarter, Target } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import { createChecker } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aTarget } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';
import { aUnitPlan } from '../support/builders/unit-plan.ts';

const check = createChecker();

async function resultOf(over: Partial<Target>, figure: Omit<TargetFigure, 'target'>, quarter: Quarter = 'Q4'): Promise<RuleResult | undefined> {
  const plan = aPlan().withTargets(aTarget(over)).build();
  const { results } = await check(aCheckOf(aReport({ plan, quarter }).reporting({ target: 'ct-01', ...figure }).build(), { plan }));
  return results.find(({ target }) => target === 'ct-01');
}

const standing = async (...of: Parameters<typeof resultOf>): Promise<string | undefined> => (await resultOf(...of))?.standing;
const count: Partial<Target> = { measure: 'count', threshold: 40, unit: 'người' };

describe('a ratio target at the year’s end', () => {
  it.each([
    ['at-least', 58, 29, 50, 'met'], ['at-least', 58, 28, 50, 'missed'], ['at-least', 58, 30, 50, 'met'],
    ['at-least', 97, 969, 1000, 'missed'], ['at-least', 97, 970, 1000, 'met'], ['at-least', 33.3, 333, 1000, 'met'], ['at-least', 33.3, 332, 1000, 'missed'],
    ['more-than', 50, 50, 100, 'missed'], ['more-than', 50, 51, 100, 'met'],
    ['at-most', 10, 10, 100, 'met'], ['at-most', 10, 11, 100, 'missed'], ['less-than', 10, 10, 100, 'missed'], ['less-than', 10, 9, 100, 'met'],
    ['equal', 100, 100, 100, 'met'], ['equal', 100, 99, 100, 'missed'],
  ] as const)('%s %d with %d of %d is %s', async (comparator, threshold, numerator, denominator, expected) => {
    expect(await standing({ comparator, threshold }, { numerator, denominator })).toBe(expected);
  });

  it('tells what is missing, what would mend it, and where everything stands', async () => {
    expect(await resultOf({}, { numerator: 938, denominator: 1000 })).toMatchObject({
      rule: 'target-figure', outcome: 'violated', severity: 'warning', standing: 'missed', threshold: 97, gap: 3.2,
      message: {
        vi: 'Đạt 93,8% (938/1.000), chỉ tiêu tối thiểu 97%: không đạt, chênh 3,2 điểm phần trăm.',
        en: 'Reached 93.8% (938/1,000); the target is at least 97%: missed by 3.2 percentage points.',
      },
      fix: { vi: 'Thêm 32 văn bản điện tử nữa là đạt 97%.', en: '32 more in the numerator (to 970) reach 97%.' },
      formula: { vi: 'tử số × 100 ÷ mẫu số ≥ 97%', en: 'numerator × 100 ÷ denominator ≥ 97%' },
      inputs: [{ name: 'numerator', value: 938, source: '/targets/0/numerator' }, { name: 'denominator', value: 1000, source: '/targets/0/denominator' }, { name: 'threshold', value: 97, source: 'plan:/targets/0/threshold' }],
      pointers: ['/targets/0/numerator', '/targets/0/denominator'],
      clause: 'Phần II, mục I.2', quote: '97% văn bản trao đổi dưới dạng điện tử', ground: '900/QĐ-UBND',
    });
  });

  it('never shows a figure as equal to the threshold that it misses', async () => {
    const result = await resultOf({}, { numerator: 969_999, denominator: 1_000_000 });
    expect(result?.standing).toBe('missed');
    expect(result?.message.vi).toContain('96,9999%');
    expect(result?.gap).toBeGreaterThan(0);
  });
});

describe('a ratio target within the year, without milestones', () => {
  it.each([
    ['Q1', 2424, 'behind'], ['Q1', 2425, 'on-track'], ['Q2', 4849, 'behind'], ['Q2', 4850, 'on-track'], ['Q3', 7274, 'behind'], ['Q3', 7275, 'on-track'], ['Q3', 9699, 'on-track'],
    ['Q1', 9700, 'met'], ['Q4', 9699, 'missed'], ['Q4', 9700, 'met'],
  ] as const)('%s: %d of 10.000 against 97 %% is %s', async (quarter, numerator, expected) => {
    expect(await standing({}, { numerator, denominator: 10_000 }, quarter)).toBe(expected);
  });

  it('is held against the document’s own milestone where it gives one', async () => {
    const milestones = { Q1: 50 };
    expect(await standing({ milestones }, { numerator: 49, denominator: 100 }, 'Q1')).toBe('behind');
    expect(await standing({ milestones }, { numerator: 50, denominator: 100 }, 'Q1')).toBe('on-track');
  });

  it('says how many more reach the milestone', async () => {
    const result = await resultOf({}, { numerator: 20, denominator: 100 }, 'Q1');
    expect(result?.fix?.vi).toBe('Thêm 5 văn bản điện tử nữa là đạt 24,25%.');
    expect(result?.message.vi).toBe('Đạt 20% (20/100), chưa tới mốc quý I là 24,25% (cả năm tối thiểu 97%): chậm.');
    expect(result).toMatchObject({ threshold: 97, gap: 77, inputs: [{}, {}, {}, { name: 'milestone', value: 24.25 }] });
  });
});

describe('counts, ranks and answers', () => {
  it.each([['Q1', 9, 'behind'], ['Q1', 10, 'on-track'], ['Q4', 39, 'missed'], ['Q4', 40, 'met']] as const)('%s: %d people of at least 40 is %s', async (quarter, value, expected) => {
    expect(await standing(count, { value }, quarter)).toBe(expected);
  });

  it.each([['Q1', 4, 'on-track'], ['Q1', 5, 'missed'], ['Q4', 4, 'met'], ['Q4', 5, 'missed']] as const)('%s: %d outages of at most 4 is %s: a sum does not come down again', async (quarter, value, expected) => {
    expect(await standing({ ...count, comparator: 'at-most', threshold: 4 }, { value }, quarter)).toBe(expected);
  });

  it.each([['Q1', 30, 'met'], ['Q1', 31, 'behind'], ['Q4', 31, 'missed']] as const)('%s: rank %d of at most 30 is %s', async (quarter, value, expected) => {
    expect(await standing({ measure: 'rank', comparator: 'at-most', threshold: 30, unit: 'thứ hạng' }, { value }, quarter)).toBe(expected);
  });

  it.each([['Q1', false, 'on-track'], ['Q1', true, 'met'], ['Q3', false, 'on-track'], ['Q4', false, 'missed'], ['Q4', true, 'met']] as const)('%s: the answer %s is %s', async (quarter, answer, expected) => {
    expect(await standing({ measure: 'yes-no', comparator: 'equal', threshold: 1, unit: 'có/không' }, { answer }, quarter)).toBe(expected);
  });
});

describe('no figure is never met', () => {
  it.each([
    ['nothing', {}, 'Nhập tử số'], ['no numerator', { numerator: null, denominator: 100 }, 'Nhập tử số'], ['no denominator', { numerator: 97, denominator: null }, 'Nhập tử số'],
    ['nothing to count', { numerator: 0, denominator: 0 }, 'ghi không áp dụng'], ['a percentage alone', { value: 100 }, 'Nhập tử số'], ['a negative numerator', { numerator: -1, denominator: 100 }, 'Nhập tử số'],
  ] as const)('%s is no data, with a way out', async (_, figure, fix) => {
    for (const quarter of ['Q1', 'Q4'] as const) {
      const result = await resultOf({}, figure, quarter);
      expect(result).toMatchObject({ standing: 'no-data', outcome: 'unknown', severity: 'warning' });
      expect(result?.fix?.vi).toContain(fix);
    }
  });

  it('a target that the report leaves out is no data', async () => {
    const { standings } = await check(aCheckOf(aReport().withoutFigure('ct-01').build()));
    expect(standings['ct-01']).toBe('no-data');
  });
});

describe('commitments', () => {
  const commit = async (value: number | null, more: object = {}): Promise<RuleResult | undefined> =>
    (await check(aCheckOf(aUnitPlan().committing({ target: 'ct-01', value, ...more }).build()))).results.find(({ target }) => target === 'ct-01');

  it('at the threshold is met, just under is missed and blocks', async () => {
    expect(await commit(97)).toMatchObject({ standing: 'met', outcome: 'satisfied', severity: 'note', gap: 0 });
    const result = await commit(96.9);
    expect(result).toMatchObject({ rule: 'target-commitment', standing: 'missed', severity: 'blocking', gap: 0.1 });
    expect(result?.message.vi).toBe('Cam kết 96,9%, chưa đáp ứng yêu cầu tối thiểu 97% của kế hoạch; chênh 0,1 điểm phần trăm.');
  });

  it('none is no data and blocks', async () => {
    expect(await commit(null)).toMatchObject({ standing: 'no-data', outcome: 'unknown', severity: 'blocking' });
    const { outcome } = await check(aCheckOf(aUnitPlan().withoutCommitment('ct-01').build()));
    expect(outcome).toBe('blocked');
  });

  it('does not apply with a reason', async () => {
    expect(await commit(null, { notApplicable: 'Không phát hành văn bản' })).toMatchObject({ standing: 'not-applicable', outcome: 'not-applicable' });
  });
});

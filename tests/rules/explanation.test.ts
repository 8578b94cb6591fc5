import { describe, expect, it } from 'vitest';
import { comparators, measures, type Target } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { factRegistry } from '../../rules/facts/registry.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aPlan, aTarget } from '../support/builders/plan.ts';
import { aReport } from '../support/builders/report.ts';
import { aUnitPlan } from '../support/builders/unit-plan.ts';
import { situations } from './situations/all.ts';

const check = createChecker();
const factNames = [...factRegistry.keys()];

/** Words that no Vietnamese sentence has. */
const english = /\b(the|of|and|is|are|not|given|value|figure|target|rule|missing|done|yes|waived|least|most|report|plan|unit|date|numerator|denominator|threshold|equal|status)\b/i;
const ofTheMachine = /[{}]|—|undefined|NaN|null|\[object|\btrue\b|\bfalse\b/;

/** Written as the language writes it: no key, no code, no decimal point in Vietnamese, no Vietnamese in English but in what is quoted or named. */
function expectReadable(texts: { readonly vi: string; readonly en: string } | undefined, names: readonly string[] = []): void {
  expect(texts).toBeDefined();
  const { vi = '', en = '' } = texts ?? {};
  for (const text of [vi, en]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(ofTheMachine);
    expect(factNames.filter((name) => text.includes(name))).toEqual([]);
  }
  const own = (text: string): string => names.reduce((rest, name) => rest.replaceAll(name, '…'), text).replace(/“[^”]*”|\S+@\S+/g, '…');
  expect(own(vi)).not.toMatch(english);
  expect(own(vi)).not.toMatch(/\d\.\d{1,2}(?!\d)|\d{5,}|\d %/);
  expect(own(en)).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
  expect(own(en)).not.toMatch(/\d,\d{1,2}(?!\d)|\d{5,}/);
}

function expectWhole(result: RuleResult | undefined, names: readonly string[] = []): void {
  expect(result?.ruleVersion).toMatch(/^\d+\.\d+\.\d+$/);
  expect(result?.ground).toBeTruthy();
  expectReadable(result?.formula, names);
  expectReadable(result?.message, names);
  expect(result?.inputs.length).toBeGreaterThan(0);
  for (const { name, label, source } of result?.inputs ?? []) {
    expect(name).not.toBe('');
    expectReadable(label);
    expect(source).toMatch(/^(\/|[a-z-]+:)/);
  }
}

describe('a finding of the catalogue explains itself whole, in both languages', () => {
  it.each(situations.filter(({ found }) => found))('$rule: $says', async ({ rule: id, input }) => {
    const results = (await check(input)).results.filter(({ rule, outcome }) => rule === id && outcome === 'violated');
    expect(results.length).toBeGreaterThan(0);
    const names = [...input.plan.targets.flatMap(({ name }) => [name]), ...input.plan.tasks.map(({ clause }) => clause)];
    for (const result of results) {
      expectWhole(result, names);
      expectReadable(result.fix, names);
      if (typeof result.inputs[0]?.value === 'number' && result.threshold !== undefined) expect(result.gap).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(shippedCatalogue().rules)('$id names its title and formula where nothing is found', async ({ words, reads }) => {
    expectReadable({ vi: words.vi.title, en: words.en.title });
    expectReadable(reads);
  });
});

/** A figure of each measure, above and below any bar of the tests. */
const figures: Readonly<Record<Target['measure'], readonly Omit<TargetFigure, 'target'>[]>> = {
  ratio: [{ numerator: 1180, denominator: 1234 }, { numerator: 12, denominator: 1234 }, { numerator: 60, denominator: 120 }, {}, { numerator: 0, denominator: 0 }, { value: 97 }],
  count: [{ value: 1234 }, { value: 2 }, { value: 50 }, {}],
  amount: [{ value: 1_234_567.5 }, { value: 2.5 }, { value: 50 }, {}],
  rank: [{ value: 60 }, { value: 2 }, { value: 50 }, {}],
  'yes-no': [{ answer: true }, { answer: false }, {}],
};
const units = { ratio: '%', count: 'người', amount: 'triệu đồng', rank: 'thứ hạng', 'yes-no': 'có/không' } as const;
const thresholds = { ratio: 50, count: 50, amount: 50, rank: 50, 'yes-no': 1 } as const;
const kinds = measures.flatMap((measure) => comparators.filter((comparator) => measure !== 'yes-no' || comparator === 'equal').map((comparator) => ({ measure, comparator })));

function expectTarget(result: RuleResult | undefined, { name, unit }: Target): void {
  expectWhole(result, [name, unit]);
  expect(result).toMatchObject({ clause: 'Phần II, mục I.2', quote: '97% văn bản trao đổi dưới dạng điện tử', standing: expect.any(String) as string, threshold: expect.any(Number) as number });
  expect(result?.inputs.map(({ name: input }) => input)).toContain('threshold');
  const passes = result?.outcome === 'satisfied' || result?.outcome === 'not-applicable';
  if (!passes) expectReadable(result?.fix, [name, unit, 'số văn bản điện tử', 'tổng số văn bản', 'văn bản điện tử']);
  const hasGap = result?.standing !== 'no-data';
  if (hasGap) expect(result?.gap).toBeGreaterThanOrEqual(0);
}

describe.each(kinds)('a target of $measure, $comparator', ({ measure, comparator }) => {
  const target = aTarget({ measure, comparator, threshold: thresholds[measure], unit: units[measure] });
  const plan = aPlan().withTargets(target).build();

  it.each(figures[measure].flatMap((figure) => (['Q2', 'Q4'] as const).map((quarter) => ({ figure, quarter }))))('explains $figure of $quarter whole, in both languages', async ({ figure, quarter }) => {
    const { results } = await check(aCheckOf(aReport({ plan, quarter }).reporting({ target: 'ct-01', ...figure }).build(), { plan }));
    expectTarget(results.find(({ rule }) => rule === 'target-figure'), target);
  });

  it.each([60, 40, 50, null])('explains a commitment of %s whole, in both languages', async (value) => {
    const given = measure === 'yes-no' && value !== null ? Number(value > 50) : value;
    const { results } = await check(aCheckOf(aUnitPlan({ plan }).committing({ target: 'ct-01', value: given }).build(), { plan }));
    expectTarget(results.find(({ rule }) => rule === 'target-commitment'), target);
  });
});

describe('a target’s fix is the smallest change that passes', () => {
  const fixOf = async (over: Partial<Target>, figure: Omit<TargetFigure, 'target'>): Promise<string | undefined> => {
    const plan = aPlan().withTargets(aTarget(over)).build();
    return (await check(aCheckOf(aReport({ plan, quarter: 'Q4' }).reporting({ target: 'ct-01', ...figure }).build(), { plan }))).results[0]?.fix?.vi;
  };

  it.each([
    ['at least 97 %', {}, { numerator: 938, denominator: 1000 }, 'Thêm 32 văn bản điện tử nữa là đạt 97%.'],
    ['more than 97 %', { comparator: 'more-than' }, { numerator: 970, denominator: 1000 }, 'Thêm 1 văn bản điện tử nữa là đạt trên 97%.'],
    ['at most 5 %', { comparator: 'at-most', threshold: 5 }, { numerator: 1_234, denominator: 20_000 }, 'Bớt 234 văn bản điện tử là còn trong mức 5%.'],
    ['at least 40 people', { measure: 'count', threshold: 40, unit: 'người' }, { value: 38 }, 'Thêm 2 người nữa là đạt 40 người.'],
    ['more than 40 people', { measure: 'count', comparator: 'more-than', threshold: 40, unit: 'người' }, { value: 40 }, 'Thêm 1 người nữa là đạt trên 40 người.'],
    ['fewer than 4 outages', { measure: 'count', comparator: 'less-than', threshold: 4, unit: 'sự cố' }, { value: 4 }, 'Giảm 1 sự cố là còn dưới 4 sự cố.'],
    ['rank 30 or better', { measure: 'rank', comparator: 'at-most', threshold: 30, unit: 'thứ hạng' }, { value: 34 }, 'Lên 4 bậc là đạt hạng 30.'],
    ['it is there', { measure: 'yes-no', comparator: 'equal', threshold: 1, unit: 'có/không' }, { answer: false }, 'Hoàn thành việc này trước khi hết năm.'],
  ] as const)('%s', async (_, over, figure, fix) => {
    expect(await fixOf(over, figure)).toBe(fix);
  });

  it('until the target is due, that is the quarter’s bar, which need only be reached', async () => {
    const plan = aPlan().withTargets(aTarget({ measure: 'count', comparator: 'more-than', threshold: 40, unit: 'người' })).build();
    const { results } = await check(aCheckOf(aReport({ plan, quarter: 'Q2' }).reporting({ target: 'ct-01', value: 17 }).build(), { plan }));
    expect(results[0]).toMatchObject({ standing: 'behind', fix: { vi: 'Thêm 3 người nữa là đạt 20 người.', en: '3 more reach 20.' } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonsOf, isFactOperand } from '../../../rules/conditions.ts';
import { outcomeNames } from '../../../rules/bulk/codes.ts';
import { bulkRule } from '../../../rules/bulk/rule.ts';
import { operators } from '../../../rules/operators.ts';
import { judgeRules } from '../../../rules/three-valued.ts';
import { items, rules, tableOf } from './generated-rules.ts';

const seed = 2022;
const numRuns = 1_500;

describe('a rule compiled for bulk', () => {
  it('says of every item what the engine says', async () => {
    await fc.assert(fc.asyncProperty(rules, fc.array(items, { minLength: 1, maxLength: 5 }), async (rule, rows) => {
      const table = tableOf(rows);
      const [judged] = await judgeRules([rule], () => table);
      expect([...bulkRule(rule)(table)].map((code) => outcomeNames[code])).toEqual(judged?.outcomes);
    }), { seed, numRuns });
  });

  it('has met every operator, against literals and facts, deep nesting and all four outcomes', () => {
    const sample = fc.sample(fc.tuple(rules, items), { seed, numRuns });
    const comparisons = sample.flatMap(([{ require }]) => comparisonsOf(require));
    expect(new Set(comparisons.map(({ operator }) => operator))).toEqual(new Set(Object.keys(operators)));
    expect(new Set(comparisons.filter(({ value }) => isFactOperand(value)).map(({ operator }) => operator)).size).toBe(10);
    expect(sample.some(([{ require }]) => JSON.stringify(require).split(/"(?:all|any|not)"/).length > 6)).toBe(true);
    const outcomes = sample.flatMap(([rule, item]) => [...bulkRule(rule)(tableOf([item]))]);
    expect(new Set(outcomes).size).toBe(outcomeNames.length);
  });
});

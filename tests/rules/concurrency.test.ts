import { describe, expect, it } from 'vitest';
import { benchPlan, benchReports } from '../../scripts/bench/rules/submissions.ts';
import { benchRules } from '../../scripts/bench/rules.ts';
import { createChecker } from '../../rules/check.ts';

describe('many checks at once', () => {
  const inputs = benchReports(benchPlan(45), 50, 7);

  it('give the same fifty verdicts as one after another', async () => {
    const check = createChecker();
    const together = await Promise.all(inputs.map(check));
    const alone = [];
    for (const input of inputs) alone.push(await check(input));
    expect(together).toEqual(alone);
    expect(new Set(together.map(({ counts }) => counts.warning)).size).toBeGreaterThan(3);
  });

  it('leave what they look at as it was', async () => {
    const [input] = inputs;
    const before = structuredClone(input);
    if (input) await createChecker()(input);
    expect(input).toEqual(before);
  });
});

describe('the bench', () => {
  it('finds the same targets met by our check, the bare engine and a plain loop', async () => {
    const result = await benchRules({ runs: 1, submissions: 20 });
    expect(result.met).toBeGreaterThan(0);
    expect(result.conditions).toBeGreaterThan(400);
  });
});

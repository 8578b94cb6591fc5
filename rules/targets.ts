import type { RuleResult, Standing } from '../domain/verdict.ts';
import type { FactContext } from './facts/context.ts';
import { targetCases } from './targets/case.ts';
import { targetResult } from './targets/result.ts';
import { standingsOf } from './targets/standing.ts';
import type { TargetWords } from './targets/words.ts';

/** The target rules of a submission, generated from its plan: one result for each target that binds the unit. */
export async function checkTargets(context: FactContext, words: TargetWords): Promise<readonly RuleResult[]> {
  const cases = targetCases(context);
  const standings = await standingsOf(cases);
  return cases.map((each) => targetResult(each, standings.get(each.target.id) ?? ('no-data' satisfies Standing), context.input.plan, words));
}

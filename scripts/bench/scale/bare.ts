import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Plan } from '../../../domain/plan.ts';
import type { ReportContent } from '../../../domain/submission.ts';

interface Given {
  readonly numerator: number;
  readonly denominator: number;
}

const pathResolver = (value: object, path: string): unknown => path.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);

const isReached = ({ numerator, denominator }: Given, percent: number): boolean => numerator * 100 >= percent * denominator;

/**
 * json-rules-engine as one would use it without us: rules written once, a new Engine for each submission (one Engine shared by runs skips rules),
 * dotted paths, a ratio compared exactly; missing figures are left out, because the engine takes them for values.
 */
export function bareEngine(plan: Plan): (content: ReportContent) => Promise<number> {
  const rules = new Map(plan.targets.map(({ id, threshold }): [string, RuleProperties] =>
    [id, { name: id, conditions: { all: [{ fact: id, operator: 'isReached', value: threshold }] }, event: { type: 'met' } }]));
  return async ({ targets }) => {
    const facts: Record<string, Given> = {};
    const asked: RuleProperties[] = [];
    for (const { target, numerator, denominator } of targets) {
      const rule = rules.get(target);
      if (!rule || typeof numerator !== 'number' || typeof denominator !== 'number') continue;
      facts[target] = { numerator, denominator };
      asked.push(rule);
    }
    const engine = new Engine(asked, { pathResolver });
    engine.addOperator('isReached', isReached);
    const { results } = await engine.run(facts);
    return results.length;
  };
}

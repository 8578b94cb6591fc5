import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitTask } from '../../domain/submission.ts';
import type { RuleOutcome } from '../../domain/verdict.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import { comparisonsOf, isFactOperand, neededFacts, type Comparison, type Condition } from '../../rules/conditions.ts';
import { factContext } from '../../rules/facts/context.ts';
import type { FactValue } from '../../rules/facts/fact.ts';
import { FactTable } from '../../rules/facts/table.ts';
import { compiled } from '../../rules/load/compiled.ts';
import { template } from '../../rules/templates.ts';
import { judgeRules } from '../../rules/three-valued.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aTask, aUnitPlan } from '../support/builders/unit-plan.ts';

const seed = 2022;
const { resultWords } = shippedCatalogue();
const words = { title: 'a', message: template('a'), fix: template('a') };

function aRule(require: Condition, more: object = {}): ReturnType<typeof compiled> {
  return compiled({ id: 'r', version: '1.0.0', stage: ['plan'], effectiveFrom: '2019-01-01', severity: 'blocking', ground: [], forEach: 'tasks', require, ...more }, [], { vi: words, en: words }, resultWords);
}

async function outcomes(rule: ReturnType<typeof aRule>, tasks: readonly UnitTask[]): Promise<readonly RuleOutcome[]> {
  const table = new FactTable('tasks', factContext(aCheckOf(aUnitPlan().withTasks(...tasks).build())));
  const [judged] = await judgeRules([rule], () => table);
  return judged?.outcomes ?? [];
}

describe('three values', () => {
  const dueAfterStart: Condition = { fact: 'task.due', operator: 'onOrAfter', value: { fact: 'task.start' } };
  const tasks = [aTask(), aTask({ id: 'r-2', due: '2022-01-01' }), aTask({ id: 'r-3', due: null }), aTask({ id: 'r-4', origin: 'plan', start: null })];

  it('a missing fact is unknown, neither satisfied nor violated', async () => {
    expect(await outcomes(aRule(dueAfterStart), tasks)).toEqual(['satisfied', 'violated', 'unknown', 'unknown']);
  });

  it('not applicable where the rule says so', async () => {
    expect(await outcomes(aRule(dueAfterStart, { skipWithout: ['task.start'], appliesWhen: { 'task.origin': ['own'] } }), tasks)).toEqual(['satisfied', 'violated', 'unknown', 'not-applicable']);
  });

  it('asks whether a fact is given without needing it', async () => {
    expect(await outcomes(aRule({ fact: 'task.due', operator: 'given', value: true }), tasks)).toEqual(['satisfied', 'satisfied', 'violated', 'satisfied']);
  });

  it('a text where a date belongs, or an empty one, is missing', async () => {
    const odd = [aTask({ due: 20220101 as unknown as string }), aTask({ id: 'r-2', due: ' ' })];
    expect(await outcomes(aRule(dueAfterStart), odd)).toEqual(['unknown', 'unknown']);
  });
});

const date = fc.constantFrom('2022-01-01', '2022-06-15', '2022-12-31');
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ fact: fc.constantFrom('task.due', 'task.start'), operator: fc.constantFrom('before', 'onOrBefore', 'after', 'onOrAfter', 'equal', 'notEqual'), value: fc.oneof(date, fc.constantFrom({ fact: 'task.start' }, { fact: 'task.due' })) }),
  fc.record({ fact: fc.constantFrom('task.due', 'task.start', 'task.output'), operator: fc.constant('given'), value: fc.boolean() }),
  fc.record({ fact: fc.constant('task.lead'), operator: fc.constantFrom('in', 'notIn'), value: fc.constantFrom(['so-a'], ['so-a', 'so-b']) }),
  fc.record({ fact: fc.constant('task.isRepeated'), operator: fc.constantFrom('equal', 'notEqual'), value: fc.boolean() }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3 }, comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }), fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }), fc.record({ not: tie('condition') })),
}));

const task = fc.record({ start: fc.option(date), due: fc.option(date), lead: fc.constantFrom('so-a', 'so-b', ''), output: fc.constantFrom('Báo cáo', '') })
  .map((over) => aTask(over));

/** What the condition means, written down a second time without the engine. */
function holds(each: Condition, fact: (name: string) => FactValue): boolean {
  if ('all' in each) return each.all.every((part) => holds(part, fact));
  if ('any' in each) return each.any.some((part) => holds(part, fact));
  if ('not' in each) return !holds(each.not, fact);
  const left = fact(each.fact);
  const right = isFactOperand(each.value) ? fact(each.value.fact) : each.value;
  const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [a, b] = [asText(left), asText(right)];
  const meanings: Readonly<Record<string, () => boolean>> = {
    before: () => a < b, onOrBefore: () => a <= b, after: () => a > b, onOrAfter: () => a >= b, equal: () => left === right, notEqual: () => left !== right,
    given: () => (left !== null) === right, in: () => (right as readonly string[]).includes(a), notIn: () => !(right as readonly string[]).includes(a),
  };
  return meanings[each.operator]?.() ?? false;
}

describe('the engine, asked of all items at once or one by one', () => {
  it('says what each condition means', async () => {
    await fc.assert(fc.asyncProperty(condition, fc.array(task, { minLength: 1, maxLength: 6 }), async (require, tasks) => {
      const table = new FactTable('tasks', factContext(aCheckOf(aUnitPlan().withTasks(...tasks).build())));
      const [judged] = await judgeRules([aRule(require)], () => table);
      const expected = tasks.map((_, row): RuleOutcome => {
        if (neededFacts(require).some((name) => table.value(name, row) === null)) return 'unknown';
        return holds(require, (name) => table.value(name, row)) ? 'satisfied' : 'violated';
      });
      expect(judged?.outcomes).toEqual(expected);
    }), { seed, numRuns: 600 });
  });

  it('covers nesting, every kind of comparison, and missing facts', () => {
    const sample = fc.sample(condition, { seed, numRuns: 600 });
    expect(sample.some((each) => comparisonsOf(each).length > 3)).toBe(true);
    expect(new Set(sample.flatMap(comparisonsOf).map(({ operator }) => operator)).size).toBe(9);
  });
});

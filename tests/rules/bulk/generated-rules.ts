import fc from 'fast-check';
import { factsOf, isConjunction, neededFacts, type Comparison, type Condition } from '../../../rules/conditions.ts';
import { asTyped, factTypes, type FactType, type FactValue } from '../../../rules/facts/fact.ts';
import type { FactTable } from '../../../rules/facts/table.ts';
import { operators, type OperandKind, type OperatorDefinition, type OperatorName } from '../../../rules/operators.ts';
import type { Rule } from '../../../rules/rule.ts';

/** Three facts of each type: `number.a`, `number.b`, `number.c`, `money.a`, … */
const letters = ['a', 'b', 'c'] as const;
const factsOfType = (type: FactType): readonly string[] => letters.map((letter) => `${type}.${letter}`);
export const factNames = factTypes.flatMap(factsOfType);

const numbers = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 0.2, 0.3, 97.5, -0, 2 ** 53, 1e21), fc.double({ noNaN: true, noDefaultInfinity: true }));
const percents = fc.oneof(fc.constantFrom(0, 58, 97, 97.5, 33.33, 100, 0.1), fc.integer({ min: -5, max: 120 }));
const dates = fc.constantFrom('2022-01-01', '2022-06-15', '2022-12-31');
const texts = fc.constantFrom('own', 'plan', 'carried', 'Sở A', 'đ');
const ratios = fc.record({ numerator: fc.oneof(fc.integer({ min: -2, max: 120 }), numbers), denominator: fc.oneof(fc.constantFrom(0, 50, 100, 3), fc.integer({ min: -1, max: 120 })) });

const literals: Readonly<Record<FactType, fc.Arbitrary<FactValue>>> = {
  number: numbers, money: numbers, percent: numbers, year: fc.constantFrom(2021, 2022, 2023), ratio: ratios, date: dates, text: texts, boolean: fc.boolean(),
};

/** What JSON, a form or a spreadsheet may hold where something else belongs. */
const mistyped = fc.constantFrom<unknown>(undefined, null, '', ' ', '97', 'abc', true, false, Number.NaN, Number.POSITIVE_INFINITY, [], {}, 0, '2022-01-01');

/** One item: a value for every fact, as facts are read, one in four missing or of the wrong type. */
export const items: fc.Arbitrary<Readonly<Record<string, FactValue>>> = fc.record(Object.fromEntries(factTypes.flatMap((type) => factsOfType(type).map((name) =>
  [name, fc.oneof({ arbitrary: literals[type], weight: 3 }, { arbitrary: mistyped, weight: 1 }).map((value) => asTyped(type, value))]))));

const operands: Readonly<Record<Exclude<OperandKind, 'same'>, fc.Arbitrary<unknown>>> = {
  list: fc.array(texts, { minLength: 1, maxLength: 3 }), pattern: fc.constantFrom('^o', 'n$', 'Sở|đ', '[a-z]+'), boolean: fc.boolean(), percent: percents,
};

function ofOperator(operator: OperatorName): fc.Arbitrary<Comparison> {
  const { takes, operand }: OperatorDefinition = operators[operator];
  return fc.constantFrom(...takes).chain((type) => {
    const value = operand === 'same' ? fc.oneof(literals[type], fc.constantFrom(...factsOfType(type)).map((fact) => ({ fact }))) : operands[operand];
    return fc.record({ fact: fc.constantFrom(...factsOfType(type)), operator: fc.constant(operator), value }) as fc.Arbitrary<Comparison>;
  });
}

const comparison = fc.constantFrom(...(Object.keys(operators) as OperatorName[])).chain(ofOperator);
const group = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition[]> => fc.array(part, { minLength: 1, maxLength: 3 });

/** Conditions as rule files may hold them: every operator, literals and facts on the right, `all`, `any` and `not` inside each other. */
export const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 4 }, comparison, fc.record({ all: group(tie('condition')) }), fc.record({ any: group(tie('condition')) }), fc.record({ not: tie('condition') })),
}));

const someFacts = fc.subarray([...factNames], { minLength: 1, maxLength: 2 });
const applies = fc.record({ 'text.a': fc.subarray(['own', 'plan', 'carried'], { minLength: 1 }), 'boolean.c': fc.constant([true]) }, { requiredKeys: [] });

/** Rules around such conditions, some of them about some items only. */
export const rules: fc.Arbitrary<Rule> = fc.record({ require: conditions, skipWithout: fc.option(someFacts), appliesWhen: fc.option(applies) })
  .map(({ require, skipWithout, appliesWhen }) => ({
    id: 'generated', require, requiredFacts: factsOf(require), neededFacts: neededFacts(require), isConjunction: isConjunction(require),
    ...(skipWithout ? { skipWithout } : {}), ...(appliesWhen ? { appliesWhen } : {}),
  }) as unknown as Rule);

/** The items as a table that answers for both paths. */
export function tableOf(rows: readonly Readonly<Record<string, FactValue>>[]): FactTable {
  const column = (name: string): readonly FactValue[] => rows.map((row) => row[name] ?? null);
  return { items: rows, column, value: (name: string, row: number) => column(name)[row] ?? null } as unknown as FactTable;
}

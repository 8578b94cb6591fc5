import { describe, expect, it } from 'vitest';
import type { Condition } from '../../rules/conditions.ts';
import { judge, type Judgement } from '../../rules/engine.ts';

const judgement = (condition: object): readonly Judgement[] => [{ name: 'j', condition: condition as Condition }];
const holds = async (condition: object, facts: object): Promise<boolean> => (await judge(judgement(condition), { ...facts })).has('j');

describe('the engine at arm’s length', () => {
  it('throws for a fact that is not there, instead of taking undefined for a value', async () => {
    await expect(holds({ fact: 'a', operator: 'notEqual', value: 1 }, {})).rejects.toThrow(/Undefined fact/);
  });

  it('throws for an operator that it does not know', async () => {
    await expect(holds({ fact: 'a', operator: 'atLeast', value: 1 }, { a: 1 })).rejects.toThrow(/Unknown operator/);
  });

  it('compares a ratio exactly: 29 of 50 is 58 %', async () => {
    expect(await holds({ fact: 'a', operator: 'ratioAtLeast', value: 58 }, { a: { numerator: 29, denominator: 50 } })).toBe(true);
    expect(await holds({ fact: 'a', operator: 'ratioMoreThan', value: 58 }, { a: { numerator: 29, denominator: 50 } })).toBe(false);
    expect(await holds({ fact: 'a', operator: 'ratioLessThan', value: 58 }, { a: { numerator: 0, denominator: 0 } })).toBe(false);
  });

  it('looks for a whole word in a list, not for a part of a text', async () => {
    expect(await holds({ fact: 'a', operator: 'in', value: ['own', 'plan'] }, { a: 'own' })).toBe(true);
    expect(await holds({ fact: 'a', operator: 'in', value: ['own', 'plan'] }, { a: 'ow' })).toBe(false);
  });

  it('answers every judgement of many, together and in several runs at once', async () => {
    const many = Array.from({ length: 50 }, (_, index): Judgement => ({ name: `j${index}`, condition: { fact: 'a', operator: 'greaterThanInclusive', value: index } }));
    const runs = await Promise.all(Array.from({ length: 20 }, (_, a) => judge(many, { a })));
    expect(runs.map(({ size }) => size)).toEqual(Array.from({ length: 20 }, (_, a) => a + 1));
  });

  it('says nothing of nothing', async () => {
    expect(await judge([], {})).toEqual(new Set());
  });
});

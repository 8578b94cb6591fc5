import { isFactOperand, type Comparison, type Condition } from '../conditions.ts';
import type { FactValue } from '../facts/fact.ts';
import { testAgainst, testBeside } from './comparison.ts';

/** Facts of many items: one column a fact, in the order of the slots that a condition was compiled with. */
export type Columns = readonly (readonly FactValue[])[];

export type RowTest = (columns: Columns, row: number) => boolean;

/** A condition as a plain function of one row. Every fact that it needs must be there: that is asked before (rules/bulk/rule.ts). */
export function rowTest(condition: Condition, slots: ReadonlyMap<string, number>): RowTest {
  if ('all' in condition) return every(condition.all.map((part) => rowTest(part, slots)));
  if ('any' in condition) return some(condition.any.map((part) => rowTest(part, slots)));
  if ('not' in condition) {
    const inner = rowTest(condition.not, slots);
    return (columns, row) => !inner(columns, row);
  }
  return comparisonTest(condition, slots);
}

function comparisonTest(comparison: Comparison, slots: ReadonlyMap<string, number>): RowTest {
  const { fact, value } = comparison;
  const left = slotOf(fact, slots);
  if (!isFactOperand(value)) {
    const test = testAgainst(comparison);
    return (columns, row) => test(at(columns, left, row));
  }
  const [right, test] = [slotOf(value.fact, slots), testBeside(comparison)];
  return (columns, row) => test(at(columns, left, row), at(columns, right, row));
}

function every(parts: readonly RowTest[]): RowTest {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return (columns, row) => {
    for (const part of parts) if (!part(columns, row)) return false;
    return true;
  };
}

function some(parts: readonly RowTest[]): RowTest {
  return (columns, row) => {
    for (const part of parts) if (part(columns, row)) return true;
    return false;
  };
}

function at(columns: Columns, slot: number, row: number): FactValue {
  return columns[slot]?.[row] ?? null;
}

function slotOf(fact: string, slots: ReadonlyMap<string, number>): number {
  const slot = slots.get(fact);
  if (slot === undefined) throw new RangeError(`No column for the fact ${fact}`);
  return slot;
}

import type { Fault } from '../../plans/issues.ts';
import { findFact, type RegisteredFact } from '../facts/registry.ts';
import { isOperator, operatorOf, operators } from '../operators.ts';
import { operandFault } from './operand-fault.ts';
import { faultWords, unknownFact, type FaultWords } from './words.ts';

type Path = Fault['path'];

/** Everything wrong in a condition, each with its path below it: shape, empty groups, operators, facts, types. */
export function conditionFaults(condition: unknown, path: Path = []): readonly Fault[] {
  if (!isBlock(condition)) return [at(path, condition, faultWords('not-a-condition', 'không phải điều kiện', 'is not a condition', shapes))];
  const group = (['all', 'any', 'not'] as const).find((name) => name in condition);
  if (!group) return comparisonFaults(condition, path);
  const extra = unexpected(condition, [group], path);
  const inner = condition[group];
  if (group === 'not') return [...extra, ...conditionFaults(inner, [...path, group])];
  if (!Array.isArray(inner)) return [...extra, at([...path, group], inner, faultWords('not-a-list', 'phải là danh sách điều kiện', 'must be a list of conditions', shapes))];
  if (inner.length === 0) return [...extra, at([...path, group], inner, emptyGroup(group))];
  return [...extra, ...inner.flatMap((part, index) => conditionFaults(part, [...path, group, index]))];
}

const shapes = '{ fact, operator, value } | { all: […] } | { any: […] } | { not: … }';

function emptyGroup(group: string): FaultWords {
  return faultWords('empty-group', `“${group}” không có điều kiện nào, sẽ luôn đúng`, `“${group}” has no condition and would always hold`, { vi: 'ít nhất một điều kiện', en: 'at least one condition' });
}

function comparisonFaults(condition: Readonly<Record<string, unknown>>, path: Path): readonly Fault[] {
  const missing = ['fact', 'operator', 'value'].filter((name) => !(name in condition));
  if (missing.length > 0) return [at(path, condition, faultWords('missing-field', `thiếu ${missing.join(', ')}`, `missing: ${missing.join(', ')}`, shapes))];
  const fact = findFact(String(condition['fact']));
  const operator = condition['operator'];
  return [
    ...unexpected(condition, ['fact', 'operator', 'value'], path),
    ...(fact ? [] : [at([...path, 'fact'], condition['fact'], unknownFact(condition['fact']))]),
    ...(isOperator(operator) ? [] : [at([...path, 'operator'], operator, unknownOperator(operator))]),
    ...(fact && isOperator(operator) ? typeFaults(fact, operator, condition['value'], path) : []),
  ];
}

function unknownOperator(operator: unknown): FaultWords {
  return faultWords('unknown-operator', `không có toán tử “${String(operator)}”`, `there is no operator “${String(operator)}”`, Object.keys(operators).join(', '));
}

function typeFaults(fact: RegisteredFact, operator: keyof typeof operators, value: unknown, path: Path): readonly Fault[] {
  const { takes } = operatorOf(operator);
  if (!takes.includes(fact.type)) {
    const fitting = Object.entries(operators).filter(([, each]) => (each.takes as readonly string[]).includes(fact.type)).map(([name]) => name);
    return [at([...path, 'operator'], operator, faultWords('operator-does-not-fit', `toán tử “${operator}” không dùng cho ${fact.type}`, `operator “${operator}” does not take ${fact.type}`, fitting.join(', ')))];
  }
  const fault = operandFault(fact, operator, value);
  return fault ? [at([...path, 'value'], value, fault)] : [];
}

function unexpected(block: Readonly<Record<string, unknown>>, fields: readonly string[], path: Path): readonly Fault[] {
  return Object.keys(block).filter((name) => !fields.includes(name))
    .map((name) => at([...path, name], block[name], faultWords('unknown-field', `trường “${name}” không có trong điều kiện`, `“${name}” is not a field of a condition`, shapes)));
}

function at(path: Path, value: unknown, words: FaultWords): Fault {
  return { path, value, ...words };
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

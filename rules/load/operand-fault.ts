import { isPlainDate } from '../../domain/plain-date.ts';
import { findFact, type RegisteredFact } from '../facts/registry.ts';
import type { FactType } from '../facts/fact.ts';
import { operatorOf, type OperatorName } from '../operators.ts';
import { faultWords, unknownFact, type FaultWords } from './words.ts';

const kinds = {
  number: 'number', money: 'number', percent: 'number', year: 'number', ratio: 'number', date: 'date', text: 'text', boolean: 'boolean',
} as const satisfies Readonly<Record<FactType, string>>;

const accepts: Readonly<Record<string, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  text: (value) => typeof value === 'string',
  date: (value) => isPlainDate(value),
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'),
  pattern: (value) => typeof value === 'string' && isPattern(value),
};

/** What is wrong with the right side of a comparison; undefined when nothing is. */
export function operandFault(fact: RegisteredFact, operator: OperatorName, value: unknown): FaultWords | undefined {
  const { operand } = operatorOf(operator);
  const kind = operand === 'same' ? kinds[fact.type] : operand === 'percent' ? 'number' : operand;
  if (isReference(value)) return operand === 'same' ? referenceFault(fact, kind, value.fact) : wrongType(value, kind);
  return accepts[kind]?.(value) ? undefined : wrongType(value, kind);
}

function referenceFault(fact: RegisteredFact, kind: string, name: unknown): FaultWords | undefined {
  const other = findFact(String(name));
  if (!other) return unknownFact(name);
  if (kinds[other.type] !== kind || other.type === 'ratio') return wrongType(`${other.name}: ${other.type}`, fact.type);
  if (other.scope !== fact.scope) return faultWords('other-scope', `dữ kiện “${other.name}” thuộc danh sách khác`, `fact “${other.name}” belongs to another list`, fact.scope);
  return undefined;
}

function wrongType(value: unknown, kind: string): FaultWords {
  const shown = JSON.stringify(value) ?? String(value);
  return faultWords('wrong-type', `giá trị ${shown} sai kiểu`, `value ${shown} has the wrong type`, kind);
}

function isReference(value: unknown): value is { readonly fact: unknown } {
  return typeof value === 'object' && value !== null && 'fact' in value;
}

/** Whether a literal is a value of the fact's type. */
export function operandAccepts(type: FactType, value: unknown): boolean {
  return type !== 'ratio' && accepts[kinds[type]]?.(value) === true;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

import { isFactOperand, type Comparison, type Condition } from './conditions.ts';
import { operatorOf } from './operators.ts';

/** A condition as a formula: `task.start given and task.due ≥ task.start`. */
export function formulaOf(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inner).join(' and ');
  if ('any' in condition) return condition.any.map(inner).join(' or ');
  if ('not' in condition) return `not (${formulaOf(condition.not)})`;
  return comparison(condition);
}

function inner(condition: Condition): string {
  const isGroup = 'all' in condition || 'any' in condition;
  return isGroup ? `(${formulaOf(condition)})` : formulaOf(condition);
}

function comparison({ fact, operator, value }: Comparison): string {
  if (operator === 'given') return value === true ? `${fact} given` : `${fact} not given`;
  const right = isFactOperand(value) ? value.fact : Array.isArray(value) ? `{${value.join(', ')}}` : String(value);
  return `${fact} ${operatorOf(operator).sign} ${right}${operator.startsWith('ratio') ? ' %' : ''}`;
}

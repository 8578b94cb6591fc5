import { PlanFileError, type PlanProblem } from '../../plans/problems.ts';
import type { DataPath } from '../../plans/yaml.ts';
import { meant } from './nearest.ts';

/** More than these help nobody: a file of another format has a problem in every line. */
const mostTold = 30;

/** `targets[3].numerator`. */
export function fieldName(path: DataPath): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '');
}

/** What `read` gives; it throws its problems together with `known`, in the order of the file. */
export function withProblems<Value>(known: readonly PlanProblem[], read: () => Value): Value {
  const found: PlanProblem[] = [...known];
  try {
    const value = read();
    if (known.length === 0) return value;
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    found.push(...error.problems.map(clearer));
  }
  throw new PlanFileError(found.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostTold));
}

/** Of an unknown field, the one that was probably meant; of one that is a number, the decimal comma that cut a figure in two. */
function clearer(problem: PlanProblem): PlanProblem {
  if (problem.code !== 'unknown-field') return problem;
  const name = problem.field.slice(problem.field.lastIndexOf('.') + 1);
  const hint = /^\d+$/u.test(name) ? ' (số có dấu phẩy trong { } phải đặt trong nháy: "97,5")' : meant(name, problem.accepted.vi.split(', '));
  return { ...problem, message: { vi: problem.message.vi + hint, en: problem.message.en + hint } };
}

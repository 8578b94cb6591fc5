import type { Bilingual, Language } from '../domain/text.ts';

/**
 * One thing wrong in a data file (plan, register, rule). `line` and `column` count from 1 and point at the value,
 * at the key when the key is unknown, or at the enclosing block when something is missing.
 */
export interface PlanProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path from the top of the file, for example `targets[3].threshold`; empty for the file itself. */
  readonly field: string;
  /** Machine code, stable across versions, for example `unknown-field`. */
  readonly code: string;
  readonly value?: unknown;
  readonly accepted: Bilingual;
  readonly message: Bilingual;
}

/** `file:line:column field: what is wrong (accepted: …)` in the reader's language. */
export function describeProblem(problem: PlanProblem, language: Language): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const accepted = language === 'vi' ? 'chấp nhận' : 'accepted';
  return `${place} ${problem.field}: ${problem.message[language]} (${accepted}: ${problem.accepted[language]})`;
}

/** A data file was refused: every problem at once, nothing loaded. The one error class of this folder's readers. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  readonly problems: readonly PlanProblem[];

  constructor(problems: readonly PlanProblem[]) {
    super(problems.map((problem) => describeProblem(problem, 'vi')).join('\n'));
    this.problems = problems;
  }

  /** All problems, one a line, in the reader's language. */
  describe(language: Language): string {
    return this.problems.map((problem) => describeProblem(problem, language)).join('\n');
  }
}

import { createChecker } from '../../rules/check.ts';
import { exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';
import { answerOf } from './answer.ts';
import { subjectOf, type CheckOptions } from './judge.ts';
import { verdictLines } from './lines.ts';

/** `chutrinh check FILE`: stores nothing. */
export async function checkCommand(file: string, { json, all, ...options }: CheckOptions & { readonly json: boolean; readonly all: boolean }): Promise<void> {
  const subject = subjectOf(file, options, Date.now());
  const verdict = await createChecker()(subject.input);
  printResult(json, answerOf(verdict, subject, all), verdictLines(verdict, subject));
  if (verdict.outcome === 'blocked') process.exitCode = exitStatus.answerIsNo;
}

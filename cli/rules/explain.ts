import { applicableTargets } from '../../domain/applies.ts';
import { findingsOf } from '../../domain/verdict.ts';
import { createChecker, rulesetVersion } from '../../rules/check.ts';
import { exitStatus } from '../exit.ts';
import { resultOf } from '../form/answer.ts';
import { subjectOf, type CheckOptions, type Subject } from '../form/judge.ts';
import { printResult } from '../output.ts';
import { accountsOf, type Account } from './account.ts';
import { accountLines } from './account-lines.ts';
import { findRule, noSuchRule } from './find.ts';

/** `chutrinh rules explain FILE RULE`: RULE is a rule, or a target of the form's plan. */
export async function explainCommand(file: string, asked: string, { json, ...options }: CheckOptions & { readonly json: boolean }): Promise<void> {
  const subject = subjectOf(file, options, Date.now());
  const accounts = await judged(asked, subject);
  const { content } = subject;
  printResult(json, {
    plan: content.plan, unit: content.unit, kind: content.kind, period: content.kind === 'report' ? content.period : null, rulesetVersion: rulesetVersion(),
    results: accounts.map(({ result, why }) => ({ ...resultOf(result, subject), why: why ?? null })),
  }, accountLines(asked, accounts, subject));
  if (findingsOf({ results: accounts.map(({ result }) => result) }).some(({ severity }) => severity === 'blocking')) process.exitCode = exitStatus.answerIsNo;
}

async function judged(asked: string, { input }: Subject): Promise<readonly Account[]> {
  const found = findRule(asked);
  if (found?.kind === 'file') return accountsOf(found.rule, input);
  const { plan, unit } = input;
  const isTarget = plan.targets.some(({ id }) => id === asked);
  if (!found && !isTarget) noSuchRule(asked, plan.targets.map(({ id }) => id));
  const { results } = await createChecker()(input);
  const ofTargets = results.filter(({ standing, rule, target }) => standing !== undefined && (found ? rule === asked : target === asked));
  if (ofTargets.length > 0) return ofTargets.map((result) => ({ result }));
  const bound = applicableTargets(plan, unit);
  const why = found
    ? { vi: `Quy tắc về ${found.rule.stage[0] === 'plan' ? 'kế hoạch' : 'báo cáo'}, hoặc đơn vị không có chỉ tiêu nào.`, en: `The rule is about a ${found.rule.stage[0]}, or the unit has no target.` }
    : { vi: `Chỉ tiêu ${asked} không giao cho ${unit.name} (đơn vị có ${bound.length} chỉ tiêu).`, en: `The target ${asked} does not bind ${unit.code} (it has ${bound.length} targets).` };
  return [{ result: { rule: asked, ruleVersion: found?.rule.version ?? '', outcome: 'not-applicable', severity: 'note', inputs: [], message: why, pointers: [] }, why }];
}

import { dateOf } from '../../domain/plain-date.ts';
import { checkPlanDocument, type PlanCheck } from '../../rules/plan-document/check.ts';
import type { PlanFinding } from '../../rules/plan-document/finding.ts';
import { loadPlanRules } from '../../rules/plan-document/load.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';
import { planOf, sourceOf, usable } from './input.ts';
import { severityName, wrapped } from './paint.ts';

interface CheckOptions {
  readonly source: string | undefined;
  readonly json: boolean;
}

/** `chutrinh plan check ID…`: JSON of one plan is an object, of several a list. */
export function checkCommand(ids: readonly string[], { source, json }: CheckOptions): void {
  if (source !== undefined && ids.length > 1) throw new CommandFailed('--source đi với một kế hoạch', exitStatus.usage);
  const rules = usable(loadPlanRules);
  const today = dateOf(Date.now());
  const text = source === undefined ? undefined : sourceOf(source);
  const checks = ids.map((id) => checkPlanDocument(planOf(id), rules, today, text));
  const contracts = checks.map(contract);
  printResult(json, contracts.length === 1 ? contracts[0] : contracts, checks.flatMap(linesOf));
  if (checks.some(({ findings }) => findings.some(({ severity }) => severity === 'blocking'))) process.exitCode = exitStatus.answerIsNo;
}

function contract({ plan, rulesRun, findings }: PlanCheck): object {
  return { plan, rulesRun, findings: findings.map(({ rule, severity, where, stated, computed, message }) => ({ rule, severity, where, stated, computed, message })) };
}

function linesOf({ plan, rulesRun, findings }: PlanCheck): readonly string[] {
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  return [
    `${plan}: ${rulesRun} quy tắc, ${findings.length} điều phát hiện${findings.length === 0 ? '' : `, ${blocking} chặn`}`,
    ...findings.flatMap(findingLines),
  ];
}

function findingLines({ rule, severity, where, message, fix }: PlanFinding): readonly string[] {
  const place = [where.table, where.row, where.column].filter((part) => part !== null).join(' / ');
  const indented = (text: string): readonly string[] => wrapped(text, 94).map((line) => `    ${line}`);
  return [`  ${severityName(severity)} ${rule}${place === '' ? '' : ` · ${place}`}`, ...indented(message.vi), ...indented(`→ ${fix.vi}`)];
}

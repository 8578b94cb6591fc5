import { refusals, Refused } from '../domain/refusals.ts';
import { CommandFailed, exitStatus, type ExitStatus } from './exit.ts';

/** What a failed command says, and its exit status. A defect of ours keeps its stack; everything expected is one line. */
export function explainFailure(error: unknown): { readonly line: string; readonly status: ExitStatus } {
  if (error instanceof CommandFailed) return { line: error.message, status: error.status };
  if (error instanceof Refused) return { line: refusalLine(error), status: refusals[error.code].status >= 500 ? exitStatus.unavailable : exitStatus.badInput };
  if (error instanceof Error && ['EnvError', 'PlanFileError', 'MigrationRefused', 'RuleFileError'].includes(error.name)) return { line: error.message, status: exitStatus.badInput };
  if (error instanceof Error) return { line: error.stack ?? error.message, status: exitStatus.unavailable };
  return { line: String(error), status: exitStatus.unavailable };
}

function refusalLine({ code, figures, errors, possible }: Refused): string {
  const details = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  const fields = errors.map((each) => `${each.pointer || '/'}: ${each.code}${each.accepted === undefined ? '' : ` (accepted: ${each.accepted})`}`);
  const now = possible && possible.length > 0 ? [`possible now: ${possible.join(', ')}`] : [];
  return [code, ...details, ...fields, ...now].join('; ');
}

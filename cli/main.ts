import { Command, CommanderError } from 'commander';
import { addAdminCommands } from './commands/admin.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addCheckCommand } from './commands/check.ts';
import { addMailCommands } from './commands/mail.ts';
import { addPlanCommands } from './commands/plan.ts';
import { addRecheckCommand } from './commands/recheck.ts';
import { addRehearseCommand } from './commands/rehearse.ts';
import { addRulesCommands } from './commands/rules.ts';
import { addTemplateCommand } from './commands/template.ts';
import { addWorkflowsCommands } from './commands/workflows.ts';
import { exitHelp, exitStatus } from './exit.ts';
import { explainFailure } from './failure.ts';

/** The command line. Commands load what they need when they run, so that `--help` answers at once. */
export function createProgram(): Command {
  const program = new Command('chutrinh')
    .description("Runs a province's yearly digital-government plan: the operator's tools")
    .addHelpText('after', exitHelp)
    .exitOverride()
    .showHelpAfterError('(chutrinh --help lists the commands)');
  for (const add of [addRehearseCommand, addWorkflowsCommands, addAuditCommands, addBackupCommand, addAdminCommands, addMailCommands, addPlanCommands, addTemplateCommand, addCheckCommand, addRulesCommands, addRecheckCommand]) add(program);
  return program;
}

/** Runs one command; answers the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? exitStatus.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
    const { line, status } = explainFailure(error);
    process.stderr.write(`chutrinh: ${line}\n`);
    return status;
  }
}

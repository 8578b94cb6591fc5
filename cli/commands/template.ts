import { Option, type Command } from 'commander';
import type { TemplateOptions } from '../form/template.ts';

export function addTemplateCommand(program: Command): void {
  program
    .command('template')
    .description("a form ready to fill, with the unit's own targets and tasks, and what each field takes")
    .requiredOption('--plan <id>', 'plan')
    .requiredOption('--unit <code>', 'unit of the plan’s register')
    .addOption(new Option('--kind <kind>', "the unit's plan, or a report").choices(['plan', 'report']).makeOptionMandatory())
    .option('--period <id>', 'period of a report, for example 2022-Q1')
    .option('--last <file>', 'the form filled last period: its figures and open tasks are taken over')
    .option('--approved <file>', "a report: the unit's approved plan, whose tasks and budget lines it reports on")
    .addOption(new Option('--format <format>', "default: by the name of --out, else yaml").choices(['yaml', 'json']))
    .option('--out <file>', 'write it there instead of printing it; an existing file is kept')
    .option('--force', 'write over an existing file', false)
    .action(async (options: TemplateOptions) => (await import('../form/template.ts')).templateCommand(options));
}

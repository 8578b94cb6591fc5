import type { Command } from 'commander';

interface Asked {
  readonly plan?: string;
  readonly at?: string;
  readonly approved?: string;
  readonly previous?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** Exit status: 0 nothing blocking, 1 blocking findings, 2 unusable input. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .argument('<file>', 'a filled form, YAML or JSON; - reads standard input')
    .description('verdict on a filled form: what is wrong, where, why, and what mends it; stores nothing')
    .option('--plan <id>', 'plan that it is held against (default: the one that the form names)')
    .option('--at <day>', 'judge it as if submitted on this day, for example 2022-03-15')
    .option('--approved <file>', "a report: the unit's approved plan, as a form")
    .option('--previous <file>', 'the form of the period before')
    .option('--all', 'with --json: also the rules that found nothing', false)
    .option('--json', 'print JSON: the contract is in docs/cli.md')
    .action(async (file: string, { json = false, all = false, ...options }: Asked) => (await import('../form/check.ts')).checkCommand(file, { ...options, json, all }));
}

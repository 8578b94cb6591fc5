import { Option, type Command } from 'commander';
import type { CheckOptions } from '../form/judge.ts';
import type { ListOptions } from '../rules/list.ts';

const asJson = 'print JSON: the contract is in docs/cli.md';

/** Exit status of these commands: 0 nothing blocking, 1 a blocking finding, 2 unusable input. */
export function addRulesCommands(program: Command): void {
  const rules = program.command('rules').description('the rules that filled forms are checked by');
  rules
    .command('list')
    .description('all rules: what has to hold, and how much it weighs')
    .addOption(new Option('--stage <stage>', 'only rules about plans, or about reports').choices(['plan', 'report']))
    .addOption(new Option('--severity <severity>', 'only rules of this weight').choices(['blocking', 'warning', 'note']))
    .option('--json', asJson)
    .action(async ({ json = false, ...options }: Partial<ListOptions>) => (await import('../rules/list.ts')).listCommand({ ...options, json }));
  rules
    .command('show')
    .argument('<id>', 'rule')
    .description('one rule: condition, words and fix in both languages, dates, legal grounds')
    .option('--json', asJson)
    .action(async (id: string, { json = false }: { json?: boolean }) => (await import('../rules/show.ts')).showCommand(id, json));
  rules
    .command('test')
    .argument('[folder]', 'a draft, or a whole catalogue laid out as rules/ is (default: the rules that come with the product)')
    .description('reads a folder of rules and tells every problem of every file at once')
    .option('--json', asJson)
    .action(async (folder: string | undefined, { json = false }: { json?: boolean }) => (await import('../rules/test.ts')).testCommand(folder, json));
  rules
    .command('explain')
    .argument('<file>', 'a filled form, YAML or JSON')
    .argument('<rule>', "a rule, or a target of the form's plan")
    .description('how one rule judged a form: inputs and their places, formula, threshold, gap, reason, smallest change, grounds')
    .option('--plan <id>', 'plan that it is held against (default: the one that the form names)')
    .option('--at <day>', 'judge it as if submitted on this day, for example 2022-03-15')
    .option('--approved <file>', "a report: the unit's approved plan, as a form")
    .option('--previous <file>', 'the form of the period before')
    .option('--json', asJson)
    .action(async (file: string, rule: string, { json = false, ...options }: CheckOptions & { json?: boolean }) => (await import('../rules/explain.ts')).explainCommand(file, rule, { ...options, json }));
}

import type { Command } from 'commander';

interface Shown {
  readonly json?: boolean;
}

interface WithSource extends Shown {
  readonly source?: string;
}

const asJson = 'print JSON: the contract is in docs/cli.md';

/** Exit status of these commands: 0 nothing blocking, 1 blocking findings, 2 unusable input. */
export function addPlanCommands(program: Command): void {
  const plan = program.command('plan').description('the plans that come with the product: what they hold, and what is wrong in them');
  plan
    .command('list')
    .description('all plans, newest year first')
    .option('--json', asJson)
    .action(async ({ json = false }: Shown) => (await import('../plan/list.ts')).listCommand(json));
  plan
    .command('show')
    .argument('<id>', 'plan id')
    .description('one plan: dates, targets, tasks, tables')
    .option('--json', asJson)
    .action(async (id: string, { json = false }: Shown) => (await import('../plan/show.ts')).showCommand(id, json));
  plan
    .command('check')
    .argument('<id...>', 'plan ids')
    .description('what does not hold together in the document: sums, figures, years, units, symbols')
    .option('--source <file>', 'the source text: its wording is checked too')
    .option('--json', asJson)
    .action(async (ids: readonly string[], { source, json = false }: WithSource) => (await import('../plan/check.ts')).checkCommand(ids, { source, json }));
  plan
    .command('coverage')
    .argument('<id>', 'plan id')
    .description('proves that the data invents nothing and misses no sentence with a number')
    .requiredOption('--source <file>', 'the source text of the plan')
    .option('--json', asJson)
    .action(async (id: string, { source = '', json = false }: WithSource) => (await import('../plan/coverage.ts')).coverageCommand(id, source, json));
}

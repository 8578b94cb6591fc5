import type { Command } from 'commander';

export function addWorkflowsCommands(program: Command): void {
  const workflows = program.command('workflows').description('the workflows beside the record');
  workflows
    .command('rebuild')
    .description('start what is missing: open duties without a running workflow get one that begins where the record stands')
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print one JSON object')
    .action(async (options: { data?: string; json?: boolean }) => {
      const { rebuild } = await import('../rebuild.ts');
      await rebuild(options);
    });
}

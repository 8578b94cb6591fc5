import { InvalidArgumentError, type Command } from 'commander';
import type { RecheckAsked } from '../recheck/command.ts';

export function addRecheckCommand(program: Command): void {
  program
    .command('recheck')
    .description('run the rules again over every submission of a cycle, and say whose verdict would be another; changes nothing')
    .requiredOption('--cycle <id>', 'cycle')
    .option('--rules <folder>', 'draft rules: each file replaces the rule of its name, or adds one')
    .option('--verify <n>', 'run a sample of n submissions through the engine too; any difference is an error', wholeNumber, 0)
    .option('--resume', 'go on where a run of the same rules was interrupted', false)
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print JSON: the contract is in docs/cli.md', false)
    .action(async (asked: RecheckAsked) => (await import('../recheck/command.ts')).recheckCommand(asked));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A whole number.');
  return Number(text);
}

import { InvalidArgumentError, type Command } from 'commander';
import type { RehearseOptions } from '../rehearse/options.ts';

export function addRehearseCommand(program: Command): void {
  program
    .command('rehearse')
    .description('live a whole year of a plan on the real services in minutes, with simulated agencies, appraisers and approver')
    .option('--plan <id>', 'plan to rehearse', 'gia-lai-2022')
    .option('--units <n>', 'only n units of the plan, of each level in turn', wholeNumber(1))
    .option('--minutes <m>', 'how long the year may take (default: as long as its units need)', positive)
    .option('--seed <s>', 'two runs with one seed give the same counts', wholeNumber(0), 1)
    .option('--out <folder>', 'where report.html, report.json and report.md go (default: rehearsals/ in the data folder)')
    .option('--data <folder>', 'data folder of a running system (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print one JSON object at the end, and nothing else', false)
    .option('--events', 'as --json, with a line before it as soon as the cycle is launched: {"event":"launched","cycle":…}', false)
    .option('--keep', 'keep the temporary data folder of a system that was started for this', false)
    .action(async (options: RehearseOptions) => {
      const { rehearse } = await import('../rehearse/command.ts');
      await rehearse(options);
    });
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`A whole number from ${least} on.`);
    return Number(text);
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('A number of minutes above 0.');
  return value;
}

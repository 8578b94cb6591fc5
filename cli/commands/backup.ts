import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { CommandFailed, exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('copy the record and uploaded files while the system runs')
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--to <folder>', 'where to (default: backups/ in the data folder; better another disk)')
    .option('--json', 'print one JSON object')
    .action(async ({ data, to, json = false }: { data?: string; to?: string; json?: boolean }) => {
      const { dataFolder } = await import('../record.ts');
      const { files } = await import('../../main/supervise/data-folder.ts');
      const { backUp } = await import('../../prisma/backup.ts');
      const { record, uploads, backups } = files(dataFolder(data));
      if (!existsSync(record)) throw new CommandFailed(`No record at ${record}: name its folder with --data`, exitStatus.badInput);
      const folder = to === undefined ? backups : resolve(to);
      const backup = await backUp({ record, uploads, folder, told: backups }, new Date());
      printResult(json, { ...backup, folder }, [`${join(folder, backup.file)}: ${backup.bytes} bytes, ${backup.auditRows} audit rows, head ${backup.auditHead ?? 'none'}`]);
    });
}

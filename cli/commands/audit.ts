import type { Command } from 'commander';
import { exitStatus } from '../exit.ts';
import { printResult } from '../output.ts';

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the audit chain');
  audit
    .command('verify')
    .description('compute the chain again and name the first row that was changed')
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print one JSON object')
    .action(async ({ data, json = false }: { data?: string; json?: boolean }) => {
      const { withRecord } = await import('../record.ts');
      const { verifyAudit } = await import('../../prisma/audit-chain.ts');
      const verdict = await withRecord(data, verifyAudit);
      const broken = verdict.firstBroken;
      printResult(json, verdict, [broken ? `Chain broken at row ${broken.id} (${broken.reason}); ${verdict.rows} rows read.` : `Chain intact: ${verdict.rows} rows.`]);
      if (!verdict.intact) process.exitCode = exitStatus.answerIsNo;
    });
}

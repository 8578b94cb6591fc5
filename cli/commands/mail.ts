import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { printResult } from '../output.ts';

export function addMailCommands(program: Command): void {
  const mail = program.command('mail').description('mails that went out');
  mail
    .command('bounce')
    .description('record a report of a mail that came back, read from standard input: for a pipe from the return address (MAIL_BOUNCES_TO)')
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print one JSON object')
    .action(async ({ data, json = false }: { data?: string; json?: boolean }) => {
      const { withRecord } = await import('../record.ts');
      const { readBounce } = await import('../../notify/bounces/read.ts');
      const { recordBounce } = await import('../../api/use-cases/bounces.ts');
      const report = await readBounce(await text(process.stdin));
      const { bounced, messageId, reason } = await withRecord(data, (record) => recordBounce(record, report, { actor: 'cli', at: Date.now() }));
      const said = reason === null ? 'is late and will be tried again: nothing recorded' : bounced.length === 0 ? `was known to have come back (${reason})` : `came back (${reason})`;
      printResult(json, { messageId, bounced, reason }, [`<${messageId}> ${said}.`]);
    });
}

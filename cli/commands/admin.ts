import type { Command } from 'commander';
import { printResult } from '../output.ts';

interface AdminOptions {
  readonly login: string;
  readonly name?: string;
  readonly unit: string;
  readonly email?: string;
  readonly data?: string;
  readonly json?: boolean;
}

export function addAdminCommands(program: Command): void {
  const admin = program.command('admin').description('administrators');
  admin
    .command('create')
    .description('create the first administrator; the password is printed once')
    .requiredOption('--login <login>', 'login')
    .requiredOption('--unit <code>', 'unit of the register that the administrator belongs to')
    .option('--name <name>', 'full name (default: the login)')
    .option('--email <address>', 'e-mail')
    .option('--data <folder>', 'data folder (default: CHUTRINH_DATA, or data/)')
    .option('--json', 'print one JSON object')
    .action(async ({ login, name, unit, email, data, json = false }: AdminOptions) => {
      const { withRecord } = await import('../record.ts');
      const { createFirstAdministrator } = await import('../../api/use-cases/accounts.ts');
      const created = await withRecord(data, (record) => createFirstAdministrator(record, { login, name: name ?? login, unit, ...(email === undefined ? {} : { email }) }, Date.now()));
      printResult(json, { login: created.login, unit: created.unit, password: created.password }, [`Administrator ${created.login} created.`, `Password, shown this once: ${created.password ?? ''}`, 'It has to be changed at the first log-in.']);
    });
}

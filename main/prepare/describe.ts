import { demonstrationPlan } from './accounts.ts';
import type { Prepared } from './prepared.ts';

/** What was done and how to go on; nothing at all when there was nothing to do. */
export function describePrepared({ migrations, loaded, accounts, isWithoutAccounts }: Prepared): string {
  const lines: string[] = [];
  if (migrations.length > 0) lines.push(`record: ${migrations.length === 1 ? 'migration' : 'migrations'} ${migrations.join(', ')} applied`);
  if (loaded.plans.length > 0) lines.push(`plans loaded: ${loaded.plans.join(', ')}`);
  if (loaded.units > 0) lines.push(`unit register: ${loaded.units} units added`);
  if (loaded.calendarDays > 0) lines.push(`working calendar: ${loaded.calendarDays} holidays and swapped days, 2019 to 2027`);
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ login }) => login.length));
    lines.push('', 'Demonstration accounts (the passwords are shown this once and stored nowhere):');
    lines.push(...accounts.map(({ login, password, roles, unit }) => `  ${login.padEnd(width)}  ${password}  ${roles.join(', ')} · ${unit}`));
    lines.push('', `Next: sign in as thuong-truc, open “Các chu kỳ”, and launch a year on the plan ${demonstrationPlan}.`);
  } else if (isWithoutAccounts) {
    lines.push('', 'There is no account yet. Make the first administrator: npm run -s chutrinh -- admin create');
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

import { parseArgs } from 'node:util';
import { help } from './torture/help.ts';
import { tortures } from './torture/plan-of-faults.ts';
import { tortureRound } from './torture/round.ts';

/* What it does and takes: `scripts/torture/help.ts`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '4' }, units: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, kills: { type: 'string', default: '20' }, short: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const isOfMails = positionals[0] === 'mails';
if (positionals.length > (isOfMails ? 1 : 0)) throw new RangeError(`${positionals.join(' ')}: there is no such torture; say mails, or nothing for short years`);
const [rounds, units, seed, kills] = [isOfMails ? 1 : Number(values.rounds), Number(values.units ?? (isOfMails ? 260 : 8)), Number(values.seed), Number(values.kills)];
const minutes = values.minutes === undefined ? {} : { minutes: Number(values.minutes) };
if (![rounds, units, seed, kills + 1, ...Object.values(minutes)].every((value) => Number.isFinite(value) && value > 0)) throw new RangeError('--rounds, --units, --minutes, --seed and --kills are numbers above 0 (--kills may be 0)');

const chosen = tortures.filter((each) => values.only === undefined || each === values.only);
if (chosen.length === 0) throw new RangeError(`--only is one of ${tortures.join(', ')}`);

const control = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => control.abort());

const say = (line: string): void => void process.stdout.write(`  ${new Date().toISOString().slice(14, 23)} ${line}\n`);
if (isOfMails) {
  const { tortureMails } = await import('./torture/mails.ts');
  process.exit((await tortureMails({ units, kills, seed, isShort: values.short, signal: control.signal, say })) ? 0 : 1);
}

let failed = 0;
for (let round = 0; round < rounds && !control.signal.aborted; round += 1) {
  const torture = chosen[round % chosen.length] ?? 'kills';
  process.stdout.write(`round ${round + 1} of ${rounds}: ${torture}, seed ${seed + round}\n`);
  const { report, receipts, violations, differences } = await tortureRound({ torture, units, ...minutes, seed: seed + round, signal: control.signal, say });
  const isCountSafe = torture !== 'kills';
  const counts = isCountSafe ? differences : [];
  const wrong = [...violations, ...counts];
  if (wrong.length > 0) failed += 1;
  process.stdout.write(`  ${receipts} submissions acknowledged; ${report.audit.rows} audit rows; ${report.reminders.sent} reminders; ${Math.round(report.seconds)} s\n`);
  for (const warning of report.warnings) process.stdout.write(`  note: ${warning.en}\n`);
  if (!isCountSafe) for (const difference of differences) process.stdout.write(`  counts moved by outages: ${difference}\n`);
  process.stdout.write(wrong.length === 0 ? '  held\n' : `${wrong.map((each) => `  VIOLATED: ${each}`).join('\n')}\n`);
}
process.stdout.write(failed === 0 ? 'Everything held.\n' : `${failed} rounds failed.\n`);
process.exitCode = failed === 0 ? 0 : 1;

import { parseArgs } from 'node:util';
import { tortures } from './torture/plan-of-faults.ts';
import { tortureRound } from './torture/round.ts';

/**
 * `npm run torture -- --rounds N [--units U] [--minutes M] [--seed S] [--only NAME]`: short years on the real parts, each with kills, with the workflow
 * server away over deadlines, or with its store deleted. Ends with 1 when anything that must hold did not.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '4' }, units: { type: 'string', default: '8' }, minutes: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } } });
const [rounds, units, seed] = [Number(values.rounds), Number(values.units), Number(values.seed)];
const minutes = values.minutes === undefined ? {} : { minutes: Number(values.minutes) };
if (![rounds, units, seed, ...Object.values(minutes)].every((value) => Number.isFinite(value) && value > 0)) throw new RangeError('--rounds, --units, --minutes and --seed are numbers above 0');

const chosen = tortures.filter((each) => values.only === undefined || each === values.only);
if (chosen.length === 0) throw new RangeError(`--only is one of ${tortures.join(', ')}`);

const control = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => control.abort());

let failed = 0;
for (let round = 0; round < rounds && !control.signal.aborted; round += 1) {
  const torture = chosen[round % chosen.length] ?? 'kills';
  process.stdout.write(`round ${round + 1} of ${rounds}: ${torture}, seed ${seed + round}\n`);
  const { report, receipts, violations, differences } = await tortureRound({ torture, units, ...minutes, seed: seed + round, signal: control.signal, say: (line) => process.stdout.write(`  ${new Date().toISOString().slice(17, 23)} ${line}\n`) });
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

// Stands in for `chutrinh rehearse`: says what it is asked to by its seed, and can be interrupted.
import { exitWhenOrphaned } from '../../../main/supervise/orphan.ts';

exitWhenOrphaned(() => process.exit(130));
const seed = Number(process.argv[process.argv.indexOf('--seed') + 1]);
process.on('SIGTERM', () => process.exit(130));
if (seed === 13) {
  process.stderr.write('chutrinh: No plan of this name\n');
  process.exit(3);
}
process.stdout.write(`${JSON.stringify({ event: 'launched', cycle: `2022-thu-${seed}`, asked: process.argv.slice(2) })}\n`);
if (seed === 7) setInterval(() => undefined, 1000);
else process.stdout.write(`${JSON.stringify({ seconds: 12.5, refusedSubmissions: 3, warnings: ['hurried'] })}\n`);

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { printed } from './bench/print.ts';

/** Every bench by its name; each loads what it needs when it runs. */
const benches: Readonly<Record<string, () => Promise<{ readonly method: string }>>> = {
  rules: async () => (await import('./bench/rules.ts')).benchRules(),
  scale: async () => (await import('./bench/scale.ts')).benchScale(),
  record: async () => (await import('./bench/record.ts')).benchRecord(),
  submit: async () => (await import('./bench/submit.ts')).benchSubmit(),
  mails: async () => (await import('./bench/mails.ts')).benchMails(),
  knows: async () => (await import('./bench/knows.ts')).benchKnows(),
  'launch-260': async () => (await import('./bench/launch-runs.ts')).benchLaunches(260),
  'launch-2000': async () => (await import('./bench/launch-runs.ts')).benchLaunches(2_000),
  pages: async () => (await import('./bench/pages.ts')).benchPages(),
  year: async () => (await import('./bench/year.ts')).benchYear(),
};

/** `npm run bench [-- NAME …]`: prints method and figures, and writes them to bench-results/. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`No bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? '', memoryMb: Math.round(totalmem() / 2 ** 20) };
process.stdout.write(`Node ${machine.node}, ${machine.cores} × ${machine.model}, ${machine.memoryMb} MB. Times in ms unless named otherwise.\n`);
const results: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const result = await bench();
  results[name] = result;
  process.stdout.write(`\n${name}\n  ${result.method}\n${printed(result).join('\n')}\n`);
}
const folder = join(import.meta.dirname, '..', 'bench-results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
process.stdout.write(`\n${file}\n`);
process.exit(0);

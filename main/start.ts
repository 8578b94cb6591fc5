import { startSystem } from './supervise/system.ts';

/** `npm start`: every part as a process of its own, until Ctrl-C. */
const colours: Readonly<Record<string, number>> = { prepare: 33, temporal: 35, worker: 36, server: 32 };

function onLine(part: string, line: string): void {
  const prefix = `${part.padEnd(8)} |`;
  process.stdout.write(process.stdout.isTTY ? `\u001b[${colours[part] ?? 37}m${prefix}\u001b[0m ${line}\n` : `${prefix} ${line}\n`);
}

const control = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!control.signal.aborted) process.stdout.write('stopping: server, worker, Temporal …\n');
    control.abort();
  });
}
// A terminal that went away must not keep the parts from being stopped in order.
process.stdout.on('error', () => control.abort());

try {
  const system = await startSystem({ env: process.env, onLine, signal: control.signal });
  const { address, prepared } = system;
  process.stdout.write(`${prepared}
Chu Trình: ${address}
  ${address}/docs      the API with a page to try it on
  ${address}/readyz    whether every part is there
  npm run rehearse                 (in another terminal) the whole 2022 year in a few minutes
Ctrl-C stops everything; the data folder keeps it.
`);
  if (!control.signal.aborted) await new Promise((resolve) => control.signal.addEventListener('abort', resolve, { once: true }));
  await system.stop();
} catch (error) {
  if (!control.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

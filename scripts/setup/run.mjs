import { spawn } from 'node:child_process';
import { root } from './stamp.mjs';
import { say } from './say.mjs';

/**
 * Runs a command, saying every ten seconds that it still works. Resolves with its exit code and what it printed.
 * Code 127 stands for a command that is not there.
 */
export function run(command, args, { cwd = root, env = process.env, what = command, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    const ticking = setInterval(() => say(`${what}: ${Math.round((Date.now() - began) / 1000)} s …`), 10_000);
    const end = (code) => (clearInterval(ticking), resolve({ code, output }));
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? 1));
  });
}

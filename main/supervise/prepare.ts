import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { nodeCommand, type OnLine } from './parts.ts';
import { endOf } from './process.ts';

/**
 * Migrates the record and loads the first data in a process of its own. Answers what it said on standard output: among it passwords, once,
 * so it goes to the terminal and to no log. Throws when it fails; `over` ends it early.
 */
export async function prepare(program: string, env: NodeJS.ProcessEnv, onLine: OnLine, over: AbortSignal): Promise<string> {
  const { command, args } = nodeCommand(program);
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], signal: over });
  const errors = createInterface({ input: child.stderr });
  const lines: string[] = [];
  errors.on('line', (line) => {
    lines.push(line);
    onLine('prepare', line);
  });
  const [how, said] = await Promise.all([endOf(child), text(child.stdout)]);
  if (how === 'exit 0') return said;
  throw new Error(`The data folder could not be prepared (${how}).${lines.map((line) => `\n  ${line}`).join('')}`);
}

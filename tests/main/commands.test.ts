import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAlive } from '../../main/supervise/process.ts';
import { until } from '../support/until.ts';

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** In place of the program: says its process and ends when it is asked to. */
const program = `process.on('SIGTERM', () => { require('fs').writeFileSync('asked', ''); process.exit(0); });\nrequire('fs').writeFileSync('pid', String(process.pid));\nsetInterval(() => undefined, 1000);\n`;

it.each(['start', 'server', 'worker'])('who stops `npm run %s` stops the program, and nothing is left of it', async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-command-'));
  mkdirSync(join(folder, 'main'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { it: scripts[name]?.replace('--import tsx ', '').replace(/\.(ts|mjs)$/, '.cjs') } }));
  writeFileSync(join(folder, 'main', `${name}.cjs`), program);
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return undefined;
    }
  };
  const npm = spawn('npm', ['run', '-s', 'it'], { cwd: folder, stdio: 'ignore' });
  await until('the program', async () => (read('pid') ?? '') !== '');
  const pid = Number(read('pid'));
  npm.kill('SIGTERM');
  try {
    await until('its end', async () => !isAlive(pid));
    expect(read('asked')).toBe('');
  } finally {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './stamp.mjs';
import { problemOf } from './temporal-program.mjs';

/** The module that pins the version and builds it. */
export const tool = join(root, 'tools', 'temporal-cli');
export const version = /temporalio\/cli v([\d.]+)/.exec(readFileSync(join(tool, 'go.mod'), 'utf8'))?.[1];

/** Where the program is kept for every clone of this user. */
export function cachedBinary(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'chutrinh', 'temporal', version, 'temporal');
}

/**
 * Puts a program into the user's cache: `make(path)` writes it and answers a reason if it cannot. One clone at a time; another one waits
 * and finds it made. It is moved into place whole and only if it runs. Answers `{ path }` or `{ reason }`.
 */
export async function keepInCache(env, make) {
  const path = cachedBinary(env);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    return { reason: `${dirname(path)} cannot be made: ${error.message}` };
  }
  return withLock(`${path}.lock`, 'another set-up is getting Temporal', async () => {
    if (existsSync(path) && !(await problemOf(path))) return { path };
    const unfinished = `${path}.unfinished`;
    try {
      const reason = await make(unfinished);
      if (reason !== undefined) return { reason };
      chmodSync(unfinished, 0o755);
      const problem = await problemOf(unfinished);
      if (problem) return { reason: `what was made does not run: ${problem}` };
      renameSync(unfinished, path);
      return { path };
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { cache } from './stamp.mjs';
import { writeWhole } from './write-whole.mjs';

/** The first `temporal` on PATH, whether or not it runs. */
export function findOnPath(env) {
  return (env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'temporal')).find((file) => existsSync(file));
}

const stamp = join(cache, 'temporal.stamp');

/** Why the program at `path` cannot be used; undefined when it runs. Asked once per program: size and time of change identify it. */
export async function problemOf(path) {
  if (!existsSync(path)) return 'not there';
  const { size, mtimeMs } = statSync(path);
  const identity = `${path} ${size} ${mtimeMs}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === identity) return undefined;
  const { code, output } = await run(path, ['--version'], { timeoutMs: 10_000 });
  if (code !== 0) return output.trim().slice(-300) || `exit ${code}`;
  writeWhole(stamp, identity);
  return undefined;
}

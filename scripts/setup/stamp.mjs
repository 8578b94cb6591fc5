import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { writeWhole } from './write-whole.mjs';

export const root = join(import.meta.dirname, '..', '..');
/** What set-up makes and may be made again: stamps, the workflow bundle. Goes with node_modules. */
export const cache = join(root, 'node_modules', '.cache', 'chutrinh');

function* filesOf(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) if (name !== 'generated') yield* filesOf(join(path, name));
}

/** SHA-256 over names and contents of the files below `paths` (relative to the root), of `only` those when given. */
export function hashOf(paths, only = /(?:)/) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesOf(join(root, path))) if (only.test(file)) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** One set-up per clone does its work at a time; another one that has the same to do waits, and finds it done. */
export function alone(work) {
  return withLock(join(root, '.cache', 'setup.lock'), 'another set-up of this clone is at work', work);
}

/** Runs `work` unless it was done for exactly these inputs and `made` is still there. */
export async function once(step, inputs, made, work) {
  const hash = hashOf(inputs);
  const stamp = join(cache, `${step}.stamp`);
  const isDone = () => existsSync(join(root, made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isDone()) return;
  await alone(async () => {
    if (isDone()) return;
    await work();
    writeWhole(stamp, hash);
  });
}

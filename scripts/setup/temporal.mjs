import { buildTemporal } from './temporal-build.mjs';
import { cachedBinary, version } from './temporal-cache.mjs';
import { downloadTemporal } from './temporal-download.mjs';
import { findOnPath, problemOf } from './temporal-program.mjs';
import { SetupError } from './say.mjs';

/** Each way answers with the path of a program that runs, or with the reason why it is closed. */
const ways = [
  { name: 'TEMPORAL_ADDRESS (a running server)', take: () => ({ reason: 'not set' }) },
  { name: 'temporal on PATH', take: fromPath },
  { name: 'this user\'s cache', take: fromCache },
  { name: 'download from temporal.download', take: downloadTemporal },
  { name: 'build with Go', take: buildTemporal },
];

async function fromPath(env) {
  const path = findOnPath(env);
  if (!path) return { reason: 'no such program' };
  const problem = await problemOf(path);
  return problem ? { reason: `${path} does not run: ${problem}` } : { path };
}

async function fromCache(env) {
  const path = cachedBinary(env);
  const problem = await problemOf(path);
  return problem ? { reason: `${path}: ${problem}` } : { path };
}

/**
 * Path of a Temporal program; undefined when `TEMPORAL_ADDRESS` names a running server and none is needed. Downloads or builds one when
 * there is none yet, which takes minutes. Throws one `SetupError` that lists every way with what became of it.
 */
export async function provideTemporal(env = process.env) {
  if (env.TEMPORAL_ADDRESS) return undefined;
  const closed = [];
  for (const [index, { name, take }] of ways.entries()) {
    const { path, reason } = await take(env);
    if (path) return path;
    closed.push(`  ${index + 1}. ${name}: ${reason}`);
  }
  throw new SetupError([
    `There is no Temporal server (version ${version}), and none could be had. Tried, in this order:`,
    ...closed,
    'Any one of these helps, then run the same command again:',
    '  - start a Temporal server and set TEMPORAL_ADDRESS=host:port',
    `  - put the program temporal (${version} or later) on PATH, or at ${cachedBinary(env)}`,
    '  - install Go 1.26.8 or later',
  ].join('\n'));
}

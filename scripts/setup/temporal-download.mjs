import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { keepInCache, tool, version } from './temporal-cache.mjs';

const site = 'https://temporal.download';
const connectMs = 5_000;
const stallMs = 30_000;

/** Whether this process's machine has a checksum pinned, and which. Sums are of the archive, by version and platform. */
function pinnedSum(platform) {
  return JSON.parse(readFileSync(join(tool, 'checksums.json'), 'utf8'))[version]?.[platform];
}

/** Takes the pinned version from Temporal's own site, if its SHA-256 is pinned here. Answers `{ path }` or `{ reason }`. */
export async function downloadTemporal(env, { platform = `${process.platform}_${{ x64: 'amd64' }[process.arch] ?? process.arch}`, expected = pinnedSum(platform), from = site } = {}) {
  if (!expected) return { reason: `no SHA-256 of version ${version} for ${platform} is pinned in tools/temporal-cli/checksums.json, and nothing unverified is installed` };
  const [system, arch] = platform.split('_');
  const url = `${from}/cli/archive/v${version}?platform=${system}&arch=${arch}`;
  try {
    say(`downloading Temporal ${version} …`);
    const archive = await fetchWhole(url);
    const actual = createHash('sha256').update(archive).digest('hex');
    if (actual !== expected) return { reason: `the SHA-256 of ${url} is ${actual}, not ${expected}: not installed` };
    return await keepInCache(env, (target) => unpack(archive, target));
  } catch (error) {
    return { reason: `${url}: ${error.cause?.message ?? error.message}` };
  }
}

/** All bytes of `url`. Gives up when no answer begins within 5 s or nothing comes for 30 s. */
async function fetchWhole(url) {
  const control = new AbortController();
  const giveUp = (what, ms) => setTimeout(() => control.abort(new Error(`${what} within ${ms / 1000} s`)), ms);
  let timer = giveUp('no answer', connectMs);
  try {
    const answer = await fetch(url, { signal: control.signal });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const chunks = [];
    for await (const chunk of answer.body) {
      clearTimeout(timer);
      timer = giveUp('nothing more came', stallMs);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

async function unpack(archive, target) {
  const folder = `${target}.unpacked`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'archive.tar.gz'), archive);
    const { code, output } = await run('tar', ['-xzf', 'archive.tar.gz', 'temporal'], { cwd: folder, what: 'unpacking' });
    if (code !== 0 || !existsSync(join(folder, 'temporal'))) return `the archive cannot be unpacked: ${output.trim()}`;
    renameSync(join(folder, 'temporal'), target);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

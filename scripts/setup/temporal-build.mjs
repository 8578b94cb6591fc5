import { run } from './run.mjs';
import { say } from './say.mjs';
import { keepInCache, tool, version } from './temporal-cache.mjs';

const needed = [1, 26, 8];

function isTooOld(found) {
  const parts = found.split('.').map(Number);
  const differing = needed.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return differing >= 0 && (parts[differing] ?? 0) < needed[differing];
}

/** Builds the pinned version from source, with the Go that is installed and no other. Answers `{ path }` or `{ reason }`. */
export async function buildTemporal(env) {
  const { code, output } = await run('go', ['env', 'GOVERSION'], { cwd: tool, env: { ...env, GOTOOLCHAIN: 'local' } });
  if (code !== 0) return { reason: code === 127 ? 'go is not installed' : output.trim() };
  const found = output.trim().replace(/^go/, '');
  if (isTooOld(found)) return { reason: `Go ${found} is installed, ${needed.join('.')} or later is needed` };
  say(`building Temporal ${version} with Go ${found}: once for this user, four to ten minutes …`);
  return keepInCache(env, async (target) => {
    const args = ['build', '-mod=readonly', '-trimpath', '-ldflags', '-s -w', '-o', target, 'github.com/temporalio/cli/cmd/temporal'];
    const result = await run('go', args, { cwd: tool, env: { ...env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local' }, what: 'go build' });
    return result.code === 0 ? undefined : result.output.trim().split('\n').slice(-5).join(' | ');
  });
}

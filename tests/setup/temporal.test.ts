import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provideTemporal } from '../../scripts/setup/temporal.mjs';
import { aFolder, aProgram } from './folders.ts';

/** An environment in which every way is closed. */
function aBareMachine(): { home: string; env: Record<string, string> } {
  const home = aFolder();
  return { home, env: { PATH: join(home, 'bin'), HOME: home, XDG_CACHE_HOME: join(home, 'cache') } };
}

describe('Temporal', () => {
  it('is not needed when a running server is named', async () => {
    expect(await provideTemporal({ ...aBareMachine().env, TEMPORAL_ADDRESS: 'temporal.example:7233' })).toBeUndefined();
  });

  it('is taken from PATH', async () => {
    const { home, env } = aBareMachine();
    const path = aProgram(join(home, 'bin', 'temporal'), 'echo temporal version 1.9.1');
    expect(await provideTemporal(env)).toBe(path);
  });

  it('is taken from the user\'s cache when the one on PATH does not run', async () => {
    const { home, env } = aBareMachine();
    aProgram(join(home, 'bin', 'temporal'), 'echo wrong architecture; exit 126');
    const path = aProgram(join(home, 'cache', 'chutrinh', 'temporal', '1.9.1', 'temporal'), 'echo temporal version 1.9.1');
    expect(await provideTemporal(env)).toBe(path);
  });

  it('is refused in one message: every way in its order, what became of it, and what to do', async () => {
    const { home, env } = aBareMachine();
    aProgram(join(home, 'bin', 'temporal'), 'echo wrong architecture; exit 126');
    aProgram(join(home, 'bin', 'go'), 'echo go1.21.13');
    const message = await provideTemporal(env).then(() => '', (error: unknown) => String(error));
    expect(message.replace(/for \w+_\w+ is/, 'for <platform> is').replaceAll(home, '~')).toMatchInlineSnapshot(`
      "Error: There is no Temporal server (version 1.9.1), and none could be had. Tried, in this order:
        1. TEMPORAL_ADDRESS (a running server): not set
        2. temporal on PATH: ~/bin/temporal does not run: wrong architecture
        3. this user's cache: ~/cache/chutrinh/temporal/1.9.1/temporal: not there
        4. download from temporal.download: no SHA-256 of version 1.9.1 for <platform> is pinned in tools/temporal-cli/checksums.json, and nothing unverified is installed
        5. build with Go: Go 1.21.13 is installed, 1.26.8 or later is needed
      Any one of these helps, then run the same command again:
        - start a Temporal server and set TEMPORAL_ADDRESS=host:port
        - put the program temporal (1.9.1 or later) on PATH, or at ~/cache/chutrinh/temporal/1.9.1/temporal
        - install Go 1.26.8 or later"
    `);
  });

  it('says when there is no Go at all', async () => {
    await expect(provideTemporal(aBareMachine().env)).rejects.toThrow('5. build with Go: go is not installed');
  });

  it('says why a build failed, and keeps nothing of it', async () => {
    const { home, env } = aBareMachine();
    aProgram(join(home, 'bin', 'go'), 'if [ "$1" = env ]; then echo go1.27; else echo no space left on device >&2; exit 1; fi');
    await expect(provideTemporal(env)).rejects.toThrow('5. build with Go: no space left on device');
    await expect(provideTemporal(env)).rejects.toThrow('3. this user\'s cache: ');
  });

  it('is built once: what was built is found in the cache', async () => {
    const { home, env } = aBareMachine();
    aProgram(join(home, 'bin', 'go'), `
      if [ "$1" = env ]; then echo go1.27; exit; fi
      echo built >> ${home}/builds
      while [ "$1" != -o ]; do shift; done
      printf '#!/bin/sh\\necho temporal version 1.9.1\\n' > "$2"; /bin/chmod +x "$2"`);
    const path = join(home, 'cache', 'chutrinh', 'temporal', '1.9.1', 'temporal');
    expect(await Promise.all([provideTemporal(env), provideTemporal(env)])).toEqual([path, path]);
    expect(readFileSync(join(home, 'builds'), 'utf8')).toBe('built\n');
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { files } from '../../main/supervise/data-folder.ts';
import { migrate } from '../../prisma/migrate.ts';
import { buildServer, ensureServerBundle } from '../../scripts/bundle-server.ts';
import { serverFolders } from '../../scripts/setup/server-path.mjs';

describe('the server bundle', () => {
  it('is made of the folders that its name depends on, and of no package', async () => {
    const { metafile } = await buildServer('server.mjs');
    const folders = new Set(Object.keys(metafile.inputs).map((path) => path.split('/')[0] ?? ''));
    expect([...folders].sort()).toEqual([...serverFolders, 'package.json'].sort());
  });

  it('names the sources in what went wrong', async () => {
    const { sources } = JSON.parse(readFileSync(`${await ensureServerBundle()}.map`, 'utf8')) as { sources: readonly string[] };
    expect(sources.some((path) => path.endsWith('/api/use-cases/submitting.ts'))).toBe(true);
  });
});

describe('a server from its bundle', () => {
  const data = mkdtempSync(join(tmpdir(), 'chutrinh-bundle-'));
  let server: ChildProcess;
  let address = '';
  beforeAll(async () => {
    const { record } = files(data);
    mkdirSync(dirname(record), { recursive: true });
    migrate(record);
    server = spawn(process.execPath, [await ensureServerBundle()], { env: { ...process.env, CHUTRINH_DATA: data, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [{ port }] = (await Promise.race([once(server, 'message'), once(server, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)))])) as [{ port: number }];
    address = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    const ended = once(server, 'exit');
    if (server.exitCode === null && server.kill('SIGTERM')) await ended;
    rmSync(data, { recursive: true, force: true });
  });
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(address + path);
    expect(answer.status, path).toBe(200);
    return answer.text();
  };

  it('finds templates, words and the style sheet of its pages', async () => {
    const page = await read('/sign-in');
    expect(page).toContain('Đăng nhập');
    expect(await read(/href="([^"]+\.css)"/.exec(page)?.[1] ?? '/no-style-sheet')).toContain('.govuk-');
  });

  it('answers for itself and describes its API', async () => {
    expect(JSON.parse(await read('/healthz'))).toMatchObject({});
    expect(JSON.parse(await read('/api/v1/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
  });
});

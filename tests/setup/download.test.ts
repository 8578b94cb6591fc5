import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadTemporal } from '../../scripts/setup/temporal-download.mjs';
import { aFolder, aProgram } from './folders.ts';

let close: () => void = () => undefined;
afterEach(() => close());

/** A site that answers every request alike; stands in for Temporal's. */
async function aSite(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function anArchive(): Buffer {
  const folder = aFolder();
  aProgram(join(folder, 'temporal'), 'echo temporal version 1.9.1');
  execFileSync('tar', ['-czf', 'a.tar.gz', 'temporal'], { cwd: folder });
  return readFileSync(join(folder, 'a.tar.gz'));
}

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a download', () => {
  it('is installed when its checksum is the pinned one', async () => {
    const archive = anArchive();
    const asked: string[] = [];
    const from = await aSite((request, response) => {
      asked.push(request.url ?? '');
      response.end(archive);
    });
    const XDG_CACHE_HOME = aFolder();
    const path = join(XDG_CACHE_HOME, 'chutrinh', 'temporal', '1.9.1', 'temporal');
    expect(await downloadTemporal({ XDG_CACHE_HOME }, { from, platform: 'linux_amd64', expected: sumOf(archive) })).toEqual({ path });
    expect(asked).toEqual(['/cli/archive/v1.9.1?platform=linux&arch=amd64']);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('temporal version 1.9.1\n');
  });

  it('is not installed when its checksum is another one', async () => {
    const archive = anArchive();
    const from = await aSite((_, response) => response.end(Buffer.concat([archive, Buffer.from('x')])));
    const XDG_CACHE_HOME = aFolder();
    const { path, reason } = await downloadTemporal({ XDG_CACHE_HOME }, { from, platform: 'linux_amd64', expected: sumOf(archive) });
    expect(path).toBeUndefined();
    expect(reason).toContain(`not ${sumOf(archive)}: not installed`);
    expect(existsSync(join(XDG_CACHE_HOME, 'chutrinh'))).toBe(false);
  });

  it('is not tried when no checksum is pinned', async () => {
    const { reason } = await downloadTemporal({}, { platform: 'plan9_mips' });
    expect(reason).toBe('no SHA-256 of version 1.9.1 for plan9_mips is pinned in tools/temporal-cli/checksums.json, and nothing unverified is installed');
  });

  it('gives up soon when nobody answers', async () => {
    const from = await aSite(() => undefined);
    const { reason } = await downloadTemporal({ XDG_CACHE_HOME: aFolder() }, { from, platform: 'linux_amd64', expected: 'x' });
    expect(reason).toBe(`${from}/cli/archive/v1.9.1?platform=linux&arch=amd64: no answer within 5 s`);
  });

  it('says what the site answered', async () => {
    const from = await aSite((_, response) => response.writeHead(404).end());
    const { reason } = await downloadTemporal({ XDG_CACHE_HOME: aFolder() }, { from, platform: 'linux_amd64', expected: 'x' });
    expect(reason).toContain('answered 404');
  });
});

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/setup/installed.mjs';
import { withLock } from '../../scripts/setup/lock.mjs';
import { aFolder } from './folders.ts';

const root = join(import.meta.dirname, '..', '..');

describe('set-up with nothing to do', () => {
  it('is silent', () => {
    execFileSync(process.execPath, ['scripts/setup.mjs'], { cwd: root, stdio: 'ignore' });
    expect(execFileSync(process.execPath, ['scripts/setup.mjs'], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });
});

describe('dependencies', () => {
  type Entry = Record<string, unknown>;
  const aTree = (wanted: Record<string, Entry>, there?: Record<string, Entry>): string => {
    const folder = aFolder();
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
    mkdirSync(join(folder, 'node_modules'));
    if (there) writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: there }));
    return folder;
  };
  const zod = { version: '4.6.7', integrity: 'sha512-a' };

  it('are there when npm says that it installed what the lockfile asks for', () => {
    expect(isInstalled(aTree({ 'node_modules/zod': zod }, { 'node_modules/zod': zod }))).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['one has other contents', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
    ['npm never ran', undefined],
  ])('are not there when %s', (_, there) => {
    expect(isInstalled(aTree({ 'node_modules/zod': zod }, there))).toBe(false);
  });

  it('may lack what is for other platforms', () => {
    expect(isInstalled(aTree({ 'node_modules/fsevents': { ...zod, optional: true } }, {}))).toBe(true);
  });
});

describe('a lock', () => {
  it('lets one in at a time', async () => {
    const file = join(aFolder(), 'a.lock');
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} in`);
      await sleep(50);
      seen.push(`${name} out`);
    };
    await Promise.all([withLock(file, 'waiting', work('a')), withLock(file, 'waiting', work('b'))]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(file)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const file = join(aFolder(), 'a.lock');
    await expect(withLock(file, 'waiting', () => { throw new Error('disk full'); })).rejects.toThrow('disk full');
    expect(existsSync(file)).toBe(false);
  });

  it('of a dead holder is taken over', async () => {
    const file = join(aFolder(), 'a.lock');
    const holder = spawn('true');
    await new Promise((resolve) => holder.once('exit', resolve));
    writeFileSync(file, String(holder.pid));
    expect(await withLock(file, 'waiting', () => 'mine')).toBe('mine');
  });
});

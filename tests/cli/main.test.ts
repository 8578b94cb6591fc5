import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgram, run } from '../../cli/main.ts';
import { exitStatus } from '../../cli/exit.ts';
import { files } from '../../main/supervise/data-folder.ts';
import { migrate } from '../../prisma/migrate.ts';

let folder = '';
let out = '';
let err = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-cli-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

const record = (): void => void migrate(files(folder).record);

describe('the command line', () => {
  it('lists its commands and its exit statuses', async () => {
    expect(await run(['--help'])).toBe(exitStatus.done);
    for (const command of ['rehearse', 'workflows', 'audit', 'admin', 'plan']) expect(out).toContain(command);
    expect(out).toContain('Exit status: 0 done');
  });

  it('refuses an unknown command, option or value as wrong usage', async () => {
    expect(await run(['dance'])).toBe(exitStatus.usage);
    expect(await run(['audit', 'verify', '--fast'])).toBe(exitStatus.usage);
    expect(await run(['rehearse', '--units', 'many'])).toBe(exitStatus.usage);
    expect(await run(['rehearse', '--minutes', '0'])).toBe(exitStatus.usage);
    expect(err).toContain('A whole number from 1 on');
  });

  it('has a description for every command', () => {
    for (const command of createProgram().commands.flatMap((each) => [each, ...each.commands])) expect([command.name(), command.description()]).not.toContain('');
  });
});

describe('audit verify', () => {
  it('names the missing record in one line', async () => {
    expect(await run(['audit', 'verify', '--data', folder])).toBe(exitStatus.badInput);
    expect(err).toMatch(/^chutrinh: No record at .*\n$/);
  });

  it('finds an empty chain intact', async () => {
    record();
    expect(await run(['audit', 'verify', '--data', folder, '--json'])).toBe(exitStatus.done);
    expect(JSON.parse(out)).toEqual({ rows: 0, intact: true });
  });

  it('answers no to a chain that was changed', async () => {
    record();
    await run(['admin', 'create', '--login', 'a', '--unit', 'so-tttt', '--data', folder]);
    const { default: Sqlite } = await import('better-sqlite3');
    const database = new Sqlite(files(folder).record);
    database.prepare(`UPDATE "AuditRow" SET act = 'else'`).run();
    database.close();
    expect(await run(['audit', 'verify', '--data', folder])).toBe(exitStatus.answerIsNo);
    expect(out).toContain('Chain broken at row 1 (content)');
  });
});

describe('admin create', () => {
  it('prints the password once, and refuses a second first administrator', async () => {
    record();
    expect(await run(['admin', 'create', '--login', 'quan-tri', '--unit', 'so-tttt', '--data', folder, '--json'])).toBe(exitStatus.done);
    expect(JSON.parse(out)).toMatchObject({ login: 'quan-tri', unit: 'so-tttt', password: expect.stringMatching(/^\S{20}$/) });
    expect(await run(['admin', 'create', '--login', 'another', '--unit', 'so-tttt', '--data', folder])).toBe(exitStatus.badInput);
    expect(err).toContain('already-exists');
  });
});

describe('workflows rebuild', () => {
  it('says that there is no workflow server', async () => {
    expect(await run(['workflows', 'rebuild', '--data', folder])).toBe(exitStatus.unavailable);
    expect(err).toContain('No workflow server');
  });
});

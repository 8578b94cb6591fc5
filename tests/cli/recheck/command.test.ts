import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exitStatus } from '../../../cli/exit.ts';
import { run } from '../../../cli/main.ts';
import { files } from '../../../main/supervise/data-folder.ts';
import { unit } from '../../support/api.ts';
import { aRecordedYear, hashOfRecord } from './a-year.ts';
import { ownDomain, writeDraft } from './drafts.ts';

let folder = '';
let out = '';
let err = '';

/** A data folder with the record of a year. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-recheck-cli-'));
  const { api } = await aRecordedYear();
  const database = new Sqlite(api.record.file, { readonly: true });
  database.prepare('VACUUM INTO ?').run(files(folder).record);
  database.close();
  await api.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const recheck = (...args: readonly string[]): Promise<number> => run(['recheck', '--cycle', '2022-tinh', '--data', folder, ...args]);
const draft = (name: string, text: string): string => writeDraft(join(folder, name), { 'focal-email-invalid.yaml': text });

describe('recheck on the command line', () => {
  it('finds nothing under the rules in force, verifies a sample, and tells of its progress beside the answer', async () => {
    expect(await recheck('--verify', '3', '--json')).toBe(exitStatus.done);
    expect(JSON.parse(out)).toMatchObject({ cycle: '2022-tinh', draft: null, submissions: 6, flips: [], verified: 3, differences: [] });
    expect(err).toMatch(/^recheck: \d+\/\d+ đầu việc, 6 bản nộp, 0 thay đổi/m);
  });

  it('answers no when a draft would flip someone, names unit, rule and reason, and keeps the record as it is', async () => {
    const before = hashOfRecord(files(folder).record);
    expect(await recheck('--rules', draft('stricter', ownDomain))).toBe(exitStatus.answerIsNo);
    expect(out).toContain(`${unit} · plan/2022-tinh/${unit}/v1 · focal-email-invalid`);
    expect(out).toContain('không vướng → vướng (chặn)');
    expect(out).toContain(`${unit}@example.vn`);
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(hashOfRecord(files(folder).record)).toBe(before);
  });

  it.each([
    ['an unknown cycle', () => ['--cycle', '2031-tinh'], /không có chu kỳ “2031-tinh” \(có: 2022-tinh\)/],
    ['a data folder without a record', () => ['--data', join(folder, 'nowhere')], /No record at/],
    ['a folder that is not there', () => ['--rules', join(folder, 'nowhere')], /không có thư mục/],
    ['a folder without rules', () => { mkdirSync(join(folder, 'empty'), { recursive: true }); return ['--rules', join(folder, 'empty')]; }, /không có quy tắc nào/],
    ['a draft with an unknown operator', () => ['--rules', draft('odd', ownDomain.replace('matches', 'looksLike'))], /focal-email-invalid\.yaml:9:\d+ require\.operator: không có toán tử “looksLike”/],
    ['a draft without words', () => ['--rules', writeDraft(join(folder, 'mute'), { 'new-rule.yaml': ownDomain.replace('id: focal-email-invalid', 'id: new-rule') })], /new-rule\.yaml:2:\d+ id: chưa có câu chữ \(vi\)/],
    ['a draft that is no YAML', () => ['--rules', draft('broken', 'id: [')], /focal-email-invalid\.yaml:\d+/],
    ['a verify that is no number', () => ['--verify', 'many'], /whole number/],
  ])('refuses %s as unusable, without a stack trace', async (_, args, says) => {
    expect(await recheck(...args())).toBe(exitStatus.usage);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
  });
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import { filled } from './filling.ts';

let [out, err, folder] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-rules-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

function isReadable(): void {
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  expect(out).not.toContain('\u001B[');
}

const ruleText = (id: string): string => readFileSync(`rules/catalogue/${id}.yaml`, 'utf8');
const q4 = { plan: 'gia-lai-2022', unit: 'so-tc', kind: 'report', period: '2022-Q4' } as const;

describe('rules list', () => {
  it('lists every rule, and those of a stage and a weight', async () => {
    const listed = async (...options: readonly string[]): Promise<{ id: string; stage: string[]; severity: string; title: object }[]> => {
      out = '';
      expect(await run(['rules', 'list', '--json', ...options])).toBe(0);
      return JSON.parse(out);
    };
    const all = await listed();
    expect(all).toHaveLength(shippedCatalogue().rules.length + 2);
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const rule of all) expect(Object.keys(rule)).toEqual(['id', 'version', 'stage', 'severity', 'title', 'effectiveFrom', 'effectiveTo', 'betaUntil']);
    const some = await listed('--stage', 'report', '--severity', 'note');
    expect(some.map(({ id }) => id)).toContain('report-late');
    expect(some).toEqual(all.filter(({ stage, severity }) => stage.includes('report') && severity === 'note'));
  });

  it('is readable in 100 columns', async () => {
    await run(['rules', 'list']);
    isReadable();
  });
});

describe('rules show', () => {
  it('shows condition, words, fix and grounds with their symbols', async () => {
    expect(await run(['rules', 'show', 'figure-numerator-above-denominator', '--json'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'figure-numerator-above-denominator', severity: 'blocking', stage: ['report'], effectiveFrom: '2019-01-01',
      condition: { fact: 'figure.numerator', operator: 'lessThanInclusive', value: { fact: 'figure.denominator' } }, formula: { vi: 'tử số ≤ mẫu số' },
      message: { vi: expect.stringContaining('{figure.numerator}'), en: expect.stringContaining('{figure.numerator}') }, grounds: [{ symbol: '89/2015/QH13' }],
    });
  });

  it('shows every rule in 100 columns, in both languages', async () => {
    for (const id of ['target-figure', 'target-commitment', ...shippedCatalogue().rules.map((rule) => rule.id)]) {
      out = '';
      expect(await run(['rules', 'show', id])).toBe(0);
      expect(out).toContain('[en]');
      isReadable();
    }
  });

  it('names the nearest rule for one that is not there', async () => {
    expect(await run(['rules', 'show', 'secret-marks'])).toBe(2);
    expect(err).toMatch(/^chutrinh: không có quy tắc “secret-marks” \(có phải “secret-mark”\?\)[^\n]*\n$/u);
  });
});

describe('rules test', () => {
  it('reads what comes with the product', async () => {
    expect(await run(['rules', 'test', '--json'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ folder: null, draft: false, rules: shippedCatalogue().rules.length });
  });

  it('reads a whole catalogue laid out as rules/ is', async () => {
    for (const part of ['catalogue', 'messages', 'grounds.yaml']) cpSync(join('rules', part), join(folder, part), { recursive: true });
    expect(await run(['rules', 'test', folder, '--json'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ draft: false, rules: shippedCatalogue().rules.length });
  });

  it('reads a draft over the shipped rules', async () => {
    writeFileSync(join(folder, 'figures-too-old.yaml'), ruleText('report/figures-too-old').replace(/severity: \w+/u, 'severity: blocking'));
    expect(await run(['rules', 'test', folder, '--json'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ draft: true, rules: 1, severities: { blocking: 1 } });
  });

  it('tells every problem of every file at once, with its place', async () => {
    writeFileSync(join(folder, 'figures-too-old.yaml'), ruleText('report/figures-too-old').replace(/severity: \w+/u, 'severity: fatal'));
    writeFileSync(join(folder, 'secret-mark.yaml'), ruleText('any/secret-mark').replace('secret.mark', 'secret.marc').replace(/ground: .*/u, 'ground: [khong-co]'));
    expect(await run(['rules', 'test', folder])).toBe(2);
    expect(err).toMatch(/figures-too-old\.yaml:\d+:\d+ severity: /u);
    expect(err).toMatch(/secret-mark\.yaml:\d+:\d+ ground\[0\]: |secret-mark\.yaml:\d+:\d+ require/u);
    expect(err).not.toMatch(/^\s+at /mu);
    expect(out).toBe('');
  });

  it.each(['nowhere', 'trong'])('refuses a folder without rules: %s', async (name) => {
    if (name === 'trong') mkdirSync(join(folder, name));
    expect(await run(['rules', 'test', join(folder, name)])).toBe(2);
    expect(err).toMatch(new RegExp(`^chutrinh: [^\\n]*${name}[^\\n]*\\n$`, 'u'));
  });
});

describe('rules explain', () => {
  const form = (edit: (text: string) => string = (text) => text): string => {
    const file = join(folder, 'mau.yaml');
    writeFileSync(file, edit(filled(q4)));
    return file;
  };
  const explained = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
    out = '';
    await run(['rules', 'explain', ...args, '--json']);
    return (JSON.parse(out) as { results: Record<string, unknown>[] }).results;
  };
  const above = (text: string): string => text.replace(/(target: ct-10-3\n\s+numerator: )\d+/u, '$19999');

  it('a target: inputs with their places, formula, threshold, gap, reason, clause', async () => {
    expect(await explained(form(), 'ct-10-3')).toMatchObject([{
      rule: 'target-figure', target: 'ct-10-3', standing: 'met', threshold: 97, gap: 0, why: null, clause: 'Phần II, mục I.2, gạch đầu dòng 10', ruleVersion: expect.stringMatching(/^\d/u),
      inputs: [{ name: 'numerator', source: expect.stringMatching(/^\/targets\/\d+\/numerator$/u) }, { name: 'denominator' }, { name: 'threshold', source: expect.stringMatching(/^plan:/u) }],
    }]);
  });

  it('a rule on every row: the one that is wrong, those in order, and why it is not about the others', async () => {
    const results = await explained(form(above), 'figure-numerator-above-denominator');
    expect(results.filter(({ outcome }) => outcome === 'violated')).toMatchObject([{ target: 'ct-10-3', severity: 'blocking', fix: { vi: expect.any(String) }, ground: expect.stringContaining('Luật Thống kê'), where: { line: expect.any(Number) } }]);
    expect(results.filter(({ outcome }) => outcome === 'satisfied').length).toBeGreaterThan(5);
    expect(process.exitCode).toBe(1);
    out = '';
    await run(['rules', 'explain', form(above), 'figure-numerator-above-denominator']);
    isReadable();
  });

  it.each([
    ['task-without-due', 'Quy tắc về kế hoạch; bản này là báo cáo.'],
    ['figure-percentage-contradicts', 'chưa có'],
    ['spent-negative', 'không có mục nào'],
    ['ct-10-5', 'không giao cho Sở Tài chính'],
    ['target-commitment', 'Quy tắc về kế hoạch'],
  ])('%s is not applicable, and says why', async (rule, why) => {
    const results = await explained(form(), rule);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) expect(result).toMatchObject({ outcome: 'not-applicable', why: { vi: expect.stringContaining(why), en: expect.any(String) } });
    expect(process.exitCode).not.toBe(1);
  });

  it('says so when a rule is not in force on the day', async () => {
    const file = form();
    out = '';
    await run(['rules', 'explain', file, 'report-late', '--at', '2018-03-15', '--json']);
    expect(JSON.parse(out).results).toMatchObject([{ outcome: 'not-applicable', why: { vi: expect.stringContaining('có hiệu lực từ') } }]);
  });

  it('refuses what is neither rule nor target', async () => {
    expect(await run(['rules', 'explain', form(), 'ct-10-33'])).toBe(2);
    expect(err).toContain('có phải “ct-10-3”?');
  });
});

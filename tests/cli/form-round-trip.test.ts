import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filled } from './filling.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'chutrinh-form-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as a user has it: another process, from the project's folder. */
async function chutrinh(...args: readonly string[]): Promise<Ran> {
  return chutrinhReading('', ...args);
}

async function chutrinhReading(input: string, ...args: readonly string[]): Promise<Ran> {
  try {
    const running = promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/bin.ts', ...args]);
    // a command that refuses its input before the end closes the pipe
    running.child.stdin?.on('error', () => undefined).end(input);
    const { stdout, stderr } = await running;
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, out: stdout, err: stderr };
  }
}

describe.each([
  ['a department', 'gia-lai-2022', 'so-tc', '2022-Q4'],
  ['a district', 'gia-lai-2022', 'ubnd-duc-co', '2022-Q4'],
  ['a commune', 'duc-co-2023', 'ubnd-xa-ia-dom', '2023-Q4'],
])('%s: template, fill, check', (_, plan, unit, period) => {
  it('a plan', async () => {
    const file = join(folder, `${unit}-kh.yaml`);
    expect(await chutrinh('template', '--plan', plan, '--unit', unit, '--kind', 'plan', '--out', file)).toMatchObject({ status: 0, err: '' });
    const empty = await chutrinh('check', file);
    expect(empty).toMatchObject({ status: 1, err: '' });
    expect(empty.out).toContain('Chưa có mức cam kết');
    expect(empty.out).toContain('BỊ CHẶN');

    writeFileSync(file, filled({ plan, unit, kind: 'plan' }));
    const answer = await chutrinh('check', file, '--json');
    expect(answer).toMatchObject({ status: 0, err: '' });
    const verdict = JSON.parse(answer.out);
    expect(verdict).toMatchObject({ outcome: 'pass', plan, unit, kind: 'plan', period: null });
    expect(verdict.results.length).toBeGreaterThan(5);
    for (const result of verdict.results) expect(result).toMatchObject({ rule: 'target-commitment', standing: 'met' });
  });

  it('a report', async () => {
    const file = join(folder, `${unit}-bc.yaml`);
    expect(await chutrinh('template', '--plan', plan, '--unit', unit, '--kind', 'report', '--period', period, '--out', file)).toMatchObject({ status: 0 });
    const empty = await chutrinh('check', file, '--json');
    expect(empty).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(empty.out)).toMatchObject({ outcome: 'findings' });
    expect(new Set(JSON.parse(empty.out).results.flatMap(({ standing }: { standing: string | null }) => standing ?? []))).toEqual(new Set(['no-data']));

    writeFileSync(file, filled({ plan, unit, kind: 'report', period }));
    const answer = await chutrinh('check', file, '--json');
    expect(JSON.parse(answer.out)).toMatchObject({ outcome: 'pass', kind: 'report', period });
    expect(answer.status).toBe(0);
  });
});

describe('check -', () => {
  it('reads what is piped in', async () => {
    const form = { plan: 'duc-co-2023', unit: 'ubnd-xa-ia-dom', kind: 'plan' } as const;
    const { status, out } = await chutrinhReading(filled(form), 'check', '-', '--json');
    expect([status, JSON.parse(out).outcome]).toEqual([0, 'pass']);
  });

  it.each([['nothing', '', 'tệp rỗng'], ['more than 1 MB', `# ${'x'.repeat(1_100_000)}\n`, 'lớn hơn 1 MB']])('refuses %s', async (_, input, why) => {
    expect(await chutrinhReading(input, 'check', '-')).toEqual({ status: 2, out: '', err: `chutrinh: -: ${why}\n` });
  });
});

describe('template', () => {
  it('keeps a file that is there, unless told to write over it', async () => {
    const file = join(folder, 'co-san.yaml');
    writeFileSync(file, 'của tôi');
    const asked = ['template', '--plan', 'duc-co-2023', '--unit', 'p-vhtt-duc-co', '--kind', 'plan', '--out', file];
    const refused = await chutrinh(...asked);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(`${file}: đã có tệp này`);
    expect(readFileSync(file, 'utf8')).toBe('của tôi');
    expect((await chutrinh(...asked, '--force')).status).toBe(0);
    expect(parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'plan', unit: 'p-vhtt-duc-co' });
  });

  it('prints the form, and nothing else', async () => {
    const { out, err, status } = await chutrinh('template', '--plan', 'gia-lai-2022', '--unit', 'so-tc', '--kind', 'report', '--period', '2022-Q1', '--format', 'json');
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'report', period: '2022-Q1', targets: expect.arrayContaining([expect.objectContaining({ target: 'ct-10-3', numerator: null, denominator: null })]) });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { planIds } from '../../plans/load.ts';

let [out, err, folder] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-plan-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

function written(text: string | Buffer): string {
  const file = join(folder, 'nguon.txt');
  writeFileSync(file, text);
  return file;
}

function isReadable(): void {
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  expect(out).not.toContain('\u001B[');
}

describe('plan list and show', () => {
  it('lists plans as the contract says', async () => {
    expect(await run(['plan', 'list', '--json'])).toBe(0);
    const plans = JSON.parse(out) as readonly object[];
    expect(plans).toHaveLength(planIds().length);
    for (const plan of plans) expect(Object.keys(plan)).toEqual(['id', 'title', 'year', 'issuer', 'targets', 'tasks', 'tables']);
    expect(plans).toContainEqual(expect.objectContaining({ id: 'gia-lai-2022', year: 2022, issuer: 'ubnd-tinh', targets: 37, tasks: 93, tables: 4 }));
  });

  it('shows the whole plan', async () => {
    expect(await run(['plan', 'show', 'duc-co-2023', '--json'])).toBe(0);
    const plan = JSON.parse(out);
    for (const field of ['targets', 'tasks', 'results', 'tables', 'legalGrounds', 'responsibilities', 'calendar']) expect(plan).toHaveProperty(field);
    expect(plan.tables[1].rows[2].cells.amount).toBe(201.519636);
  });

  it.each([['plan', 'list'], ...planIds().map((id) => ['plan', 'show', id]), ['plan', 'check', 'duc-co-2023']])('is readable in 100 columns without colour: %s %s %s', async (...args) => {
    await run(args.filter((arg) => arg !== undefined));
    isReadable();
  });
});

describe('plan check', () => {
  it('is 1 with blocking findings, with numbers in the printed unit', async () => {
    expect(await run(['plan', 'check', 'duc-co-2023', '--json'])).toBe(1);
    const { plan, rulesRun, findings } = JSON.parse(out);
    expect([plan, rulesRun > 30]).toEqual(['duc-co-2023', true]);
    for (const finding of findings) expect(Object.keys(finding)).toEqual(['rule', 'severity', 'where', 'stated', 'computed', 'message']);
    expect(findings).toContainEqual({
      rule: 'subtotal-differs-from-rows', severity: 'blocking', where: { table: 'danh-muc-2023', row: 'ii', column: 'total', label: 'II Phát triển các ứng dụng, dịch vụ' }, stated: 127, computed: 136,
      message: { vi: expect.stringContaining('cộng các dòng bên dưới là 136 triệu đồng, chênh 9.'), en: expect.stringContaining('add up to 136 triệu đồng, 9 apart.') },
    });
  });

  it('is 0 with warnings and notes alone', async () => {
    expect(await run(['plan', 'check', 'so-tttt-2019', 'gia-lai-nq17', 'gia-lai-2022', '--json'])).toBe(0);
    expect((JSON.parse(out) as { findings: unknown[] }[]).map(({ findings }) => findings.length)).toEqual([13, 3, 5]);
  });

  it('reads the source text when given one', async () => {
    expect(await run(['plan', 'check', 'gia-lai-2022', '--source', written('V. KINH PHÍ\nVII. TỔ CHỨC'), '--json'])).toBe(0);
    expect(JSON.parse(out).findings).toContainEqual(expect.objectContaining({ rule: 'section-missing', stated: 7, computed: 6 }));
  });
});

describe('plan coverage', () => {
  it('is 1 when something is invented', async () => {
    expect(await run(['plan', 'coverage', 'gia-lai-2022', '--source', written('Không có gì.'), '--json'])).toBe(1);
    expect(JSON.parse(out).invented.length).toBeGreaterThan(100);
  });
});

describe('unusable input is 2, in one clear line without a stack', () => {
  it.each([['show', 'nowhere'], ['check', 'nowhere'], ['check', 'gia-lai-2022', '--source', '/nowhere.txt'], ['coverage', 'gia-lai-2022', '--source', '/nowhere.txt']])('plan %s %s', async (...args) => {
    expect(await run(['plan', ...args.filter((arg) => arg !== undefined)])).toBe(2);
    expect(err).toMatch(/^chutrinh: [^\n]*nowhere[^\n]*\n$/u);
  });

  it.each([['an empty file', ''], ['no UTF-8', Buffer.from([0xff, 0xfe, 0x41])]])('%s', async (_, content) => {
    const file = written(content);
    expect(await run(['plan', 'coverage', 'gia-lai-2022', '--source', file])).toBe(2);
    expect(err).toContain(file);
  });
});

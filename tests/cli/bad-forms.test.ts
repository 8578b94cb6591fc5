import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { filled } from './filling.ts';

let [out, err, folder] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-bad-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

const report = (rows: string, head = 'year: 2022'): string => `kind: report
unit: so-tc
plan: gia-lai-2022
${head}
period: 2022-Q1
targets:
${rows}
`;

function written(text: string | Buffer, name = 'mau.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Refused with status 2: every line of the error names the file, none is a stack trace, nothing is printed or stored. */
async function refusal(file: string, ...options: readonly string[]): Promise<string> {
  expect(await run(['check', file, ...options])).toBe(2);
  expect(out).toBe('');
  expect(err).not.toMatch(/^\s+at |Error:/mu);
  for (const line of err.trimEnd().split('\n')) expect(line).toContain(file);
  expect(readdirSync(folder).length).toBeLessThanOrEqual(1);
  return err;
}

async function verdict(file: string, ...options: readonly string[]): Promise<{ outcome: string; results: { rule: string; severity: string; where: { field: string; line: number } | null; fix: { vi: string } | null }[] }> {
  await run(['check', file, '--json', ...options]);
  expect(err).toBe('');
  return JSON.parse(out);
}

describe('a file that is no form', () => {
  it.each([
    ['not there', 'khong-co.yaml', undefined, 'không có tệp'], ['empty', 'a.yaml', '', 'tệp rỗng'], ['blank', 'a.yaml', '  \n\n', 'tệp rỗng'],
    ['not UTF-8', 'a.yaml', Buffer.from([0xff, 0xfe, 0x41]), 'UTF-8'], ['a spreadsheet', 'a.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x80]), 'UTF-8'],
    ['half a block', 'a.yaml', 'kind: [1\nunit: 2', ':2:1'], ['half a JSON', 'a.json', '{"kind": "report",', ':1:'],
    ['a list', 'a.yaml', '- 1\n- 2\n', ':1:1'], ['a sentence', 'a.yaml', 'Kính gửi Sở', ':1:1'], ['a key twice', 'a.yaml', report('').replace('period', 'unit: so-nv\nperiod'), ':5:1'],
    ['an alias bomb', 'a.yaml', 'kind: &a [x, x]\nunit: &b [*a, *a]\nplan: [*b, *b]\n', ':2:11'],
    ['brackets without end', 'a.yaml', '['.repeat(100_000), 'lồng nhau quá sâu'], ['dashes without end', 'a.yaml', '- '.repeat(2_000), 'lồng nhau quá sâu'],
    ['two documents', 'a.yaml', 'kind: plan\n---\nkind: plan\n', ':2:1'], ['a foreign tag', 'a.yaml', 'kind: !!js/function x\n', ':1:'],
  ])('%s', async (_, name, text, expected) => {
    expect(await refusal(text === undefined ? join(folder, name) : written(text, name))).toContain(expected);
  });

  it('a folder', async () => {
    mkdirSync(join(folder, 'thu-muc'));
    expect(await refusal(join(folder, 'thu-muc'))).toContain('là thư mục');
  });

  it('50 MB, refused by its size', async () => {
    const file = written('kind: report\n');
    truncateSync(file, 50_000_000);
    expect(await refusal(file)).toContain('lớn hơn 1 MB (50,0 MB)');
  });

  it('a device', async () => {
    expect(await run(['check', '/dev/zero'])).toBe(2);
    expect(err).toContain('/dev/zero: không phải tệp thường');
  });
});

describe('a field that cannot be read is named with its line and what is accepted', () => {
  it.each([
    ['text for a number', report('  - { target: ct-10-2, numerator: nhiều, denominator: 10 }'), ':7:35 targets[0].numerator: "nhiều" không phải số'],
    ['a list for a number', report('  - { target: ct-10-2, numerator: [1], denominator: 10 }'), 'targets[0].numerator: cần một số'],
    ['not a number', report('  - { target: ct-10-2, numerator: .nan, denominator: 10 }'), 'targets[0].numerator: cần một số'],
    ['more digits than a number holds', report('  - { target: ct-10-2, value: 12345678901234567890 }'), 'quá nhiều chữ số'],
    ['an unknown field', report('  - target: ct-10-2\n    numeratr: 5'), ':8:5 targets[0].numeratr: trường không có trong khuôn dạng (có phải “numerator”?)'],
    ['an unknown field at the top', report('', 'years: 2022'), ':4:1 years: trường không có trong khuôn dạng (có phải “year”?)'],
    ['a figure cut by its comma', report('  - { target: ct-10-2, numerator: 97,5, denominator: 100 }'), 'đặt trong nháy'],
    ['a year as text', report('', 'year: hai nghìn'), ':4:7 year'],
    ['a missing field', report('  - { numerator: 5 }'), ':7:5 targets[0].target: thiếu trường bắt buộc'],
    ['a day that is none', report('', 'year: 2022\nfiguresTo: 2022-02-30'), ':5:12 figuresTo: "2022-02-30" không phải ngày có thật'],
    ['an unknown status', report('').replace('targets:', 'tasks:\n  - { task: a, status: xong xuôi }'), 'done = hoàn thành'],
    ['an unknown kind', 'kind: letter\n', ':1:7 kind'],
    ['no kind', 'unit: so-tc\n', 'kind: thiếu trường bắt buộc'],
  ])('%s', async (_, text, expected) => {
    expect(await refusal(written(text))).toContain(expected);
  });

  it('tells all problems at once, in the order of the file, one a line', async () => {
    const lines = (await refusal(written(report('  - { target: ct-10-2, numerator: "1,234", denominator: x }\n  - { target: ct-10-3, numerato: 5 }')))).trimEnd().split('\n');
    expect(lines.map((line) => /:(\d+):\d+ (\S+):/u.exec(line)?.slice(1))).toEqual([['7', 'targets[0].numerator'], ['7', 'targets[0].denominator'], ['8', 'targets[1].numerato']]);
  });
});

describe('a figure that could be two numbers', () => {
  it.each([['text', '"1,234"'], ['text', '"1.234"'], ['bare', '1.234'], ['bare', '12.500'], ['text', "'1.234 '"]])('%s %s: both readings are said', async (_, figure) => {
    const line = await refusal(written(report(`  - target: ct-10-2\n    numerator: ${figure}\n    denominator: 2000`)));
    expect(line).toMatch(/:8:16 targets\[0\]\.numerator: “.*” có thể là (1\.234|12\.500) hoặc (1,234|12,5) /u);
  });

  it.each([['"1,234"', '1234 · "1,2340"'], ['"1,000"', '1000 · 1'], ['"12.500"', '12500 · "12,50"']])('%s: what is proposed instead can be read', async (figure, accepted) => {
    expect(await refusal(written(report(`  - target: ct-10-2\n    numerator: ${figure}`)))).toContain(`(chấp nhận: ${accepted})`);
    for (const proposed of accepted.split(' · ')) {
      [out, err] = ['', ''];
      await run(['check', written(report(`  - target: ct-10-2\n    numerator: ${proposed}`)), '--json']);
      expect(err).toBe('');
    }
  });

  it.each([['"1.234,5"', 1234.5], ['"97,5"', 97.5], ['97.5', 97.5], ['1234', 1234], ['"1.234.567"', 1234567], ['1.234.567', 1234567], ['1 234,5', 1234.5], ['0.125', 0.125]])('%s is %d', async (figure, value) => {
    const file = written(report(`  - target: ct-10-2\n    numerator: ${figure}\n    denominator: 2000000`));
    await run(['rules', 'explain', file, 'ct-10-2', '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out).results[0].inputs[0]).toMatchObject({ name: 'numerator', value, source: '/targets/0/numerator' });
  });

  it('in JSON a bare number is what JSON says', async () => {
    const file = written(JSON.stringify({ kind: 'report', unit: 'so-tc', plan: 'gia-lai-2022', year: 2022, period: '2022-Q1', targets: [{ target: 'ct-10-2', numerator: 1.234, denominator: 2 }] }), 'mau.json');
    await run(['rules', 'explain', file, 'ct-10-2', '--json']);
    expect(JSON.parse(out).results[0].inputs[0].value).toBe(1.234);
  });
});

describe('names that nothing has', () => {
  it.each([
    ['a unit', report('').replace('so-tc', 'so-tcc'), ':2 unit: đơn vị “so-tcc” không có trong danh bạ gia-lai (có phải “so-tc”, Sở Tài chính?)'],
    ['a plan', report('').replace('gia-lai-2022', 'gia-lai-2023'), ':3 plan: không có kế hoạch “gia-lai-2023” (có phải “gia-lai-2022”?)'],
    ['a period', report('').replace('2022-Q1', '2021-Q1'), ':5 period: kế hoạch gia-lai-2022 không có kỳ “2021-Q1”'],
  ])('%s', async (_, text, expected) => {
    expect(await refusal(written(text))).toContain(expected);
  });

  it('a target is a blocking finding, with its line and the nearest known one', async () => {
    const { outcome, results } = await verdict(written(report('  - { target: ct-10-22, numerator: 5, denominator: 10 }')));
    expect(outcome).toBe('blocked');
    expect(results.find(({ rule }) => rule === 'figure-unknown-target')).toMatchObject({ severity: 'blocking', where: { field: 'targets[0].target', line: 7 } });
    out = '';
    expect(await run(['check', join(folder, 'mau.yaml'), '--at', '2022-03-15'])).toBe(1);
    expect(out).toContain('có phải “ct-10-2”?');
  });
});

describe('what a form says that blocks it', () => {
  it('the same target twice', async () => {
    const { outcome, results } = await verdict(written(report('  - { target: ct-10-2, numerator: 5, denominator: 10 }\n  - { target: ct-10-2, numerator: 6, denominator: 10 }')));
    expect(outcome).toBe('blocked');
    expect(results.find(({ rule }) => rule === 'figure-repeated')).toMatchObject({ severity: 'blocking', where: { field: 'targets[1].target', line: 8 } });
  });

  it.each([['gia-lai-2022', 'so-tc'], ['gia-lai-2019', 'so-tc'], ['duc-co-2023', 'ubnd-xa-ia-dom']])('a state-secret mark, when plans of %s are drafted', async (plan, unit) => {
    const text = filled({ plan, unit, kind: 'plan' }).replace('purpose: Theo kế hoạch.', 'purpose: "TỐI MẬT\\nTheo kế hoạch."');
    const { outcome, results } = await verdict(written(text));
    expect(outcome).toBe('blocked');
    expect(results.filter(({ severity }) => severity === 'blocking')).toMatchObject([{ rule: 'secret-mark', where: { field: 'sections.purpose' } }]);
    expect(process.exitCode).toBe(1);
  });
});

describe('options', () => {
  it.each([['--at', 'mai'], ['--at', '2022-02-30'], ['--plan', 'khong-co'], ['--previous', '/nowhere.yaml'], ['--approved', '/nowhere.yaml']])('%s %s is refused', async (...option) => {
    expect(await run(['check', written(report('')), ...option])).toBe(2);
    expect(err).toMatch(/^chutrinh: [^\n]+\n$/u);
    expect(out).toBe('');
  });

  it('--previous of the other kind is refused with its line', async () => {
    const plan = written(filled({ plan: 'gia-lai-2022', unit: 'so-tc', kind: 'plan' }), 'kh.yaml');
    expect(await run(['check', written(report('')), '--previous', plan])).toBe(2);
    expect(err).toMatch(/kh\.yaml:\d+ kind: --previous cần một báo cáo/u);
  });
});

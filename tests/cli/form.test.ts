import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../cli/main.ts';
import { readForm } from '../../cli/form/read.ts';
import { templateOf } from '../../cli/form/template.ts';
import { loadPlan, planIds } from '../../plans/load.ts';
import { filled } from './filling.ts';

let [out, err, folder] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-form-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true; });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { err += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

function written(text: string, name = 'mau.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const q4 = { plan: 'gia-lai-2022', unit: 'so-tc', kind: 'report', period: '2022-Q4' } as const;

describe('a template', () => {
  const everyForm = planIds().flatMap((plan) => (['plan', 'report'] as const).map((kind) => ({ plan, kind })));

  it.each(everyForm)('of $plan parses: $kind, the same in YAML and JSON', ({ plan: id, kind }) => {
    const plan = loadPlan(id);
    const quarter = plan.calendar.periods[0]?.quarter ?? 'Q1';
    for (const unit of plan.units.filter((_, index) => index % 5 === 0)) {
      const form = { plan: id, unit, kind, ...(kind === 'report' ? { period: `${plan.year}-${quarter}` } : {}) };
      const [yaml, json] = (['yaml', 'json'] as const).map((format) => readForm(written(templateOf(form, format), `mau.${format}`)).content);
      expect(json).toEqual(yaml);
      expect(yaml).toMatchObject({ kind, unit, plan: id, year: plan.year });
    }
  });

  it('says in Vietnamese what each figure takes: name, threshold, milestone of the quarter, clause', () => {
    const text = templateOf({ ...q4, period: '2022-Q1' }, 'yaml');
    expect(text).toContain('# BÁO CÁO 2022-Q1 của Sở Tài chính');
    expect(text).toContain('nộp chậm nhất 20/03/2022');
    expect(text).toMatch(/# Hồ sơ công việc xử lý trên môi trường mạng, cấp tỉnh: ≥ 97 %; mốc Q1: ≥ 24,25 % \(tính đều theo quý\)\n(\s+#.*\n)*\s+# Phần II, mục I\.2, gạch đầu dòng 10[^\n]*\n(\s+#.*\n)*\s+- target: ct-10-3\n\s+numerator:\n\s+denominator:\n/u);
    for (const line of text.split('\n').filter((each) => each.trimStart().startsWith('#'))) expect(line.length).toBeLessThanOrEqual(130);
  });

  it('takes over the last form: denominators, the figures of then, the focal point', async () => {
    const last = written(filled({ ...q4, period: '2022-Q3' }), 'truoc.yaml');
    expect(await run(['template', '--plan', q4.plan, '--unit', q4.unit, '--kind', 'report', '--period', '2022-Q4', '--last', last])).toBe(0);
    const before = parse(filled({ ...q4, period: '2022-Q3' })) as { targets: { target: string; numerator?: number; denominator?: number }[] };
    const row = before.targets.find(({ target }) => target === 'ct-10-3');
    const now = parse(out) as typeof before & { focalPoint: object };
    expect(now.targets.find(({ target }) => target === 'ct-10-3')).toEqual({ target: 'ct-10-3', numerator: null, denominator: row?.denominator });
    expect(now.focalPoint).toMatchObject({ name: 'Nguyễn Văn A' });
    expect(out).toMatch(/# Kỳ trước \(2022-Q3\): [\d.]+\/[\d.]+/u);
  });

  it('reports on the tasks of the approved plan', async () => {
    const approved = written(filled({ plan: q4.plan, unit: q4.unit, kind: 'plan' }, undefined, (document) => document.addIn(['tasks'], { id: 'r-1', words: 'Việc riêng', lead: 'so-tc', start: null, due: '2022-06-30', origin: 'own' })), 'kh.yaml');
    expect(await run(['template', '--plan', q4.plan, '--unit', q4.unit, '--kind', 'report', '--period', '2022-Q1', '--approved', approved])).toBe(0);
    expect((parse(out) as { tasks: { task: string }[] }).tasks.map(({ task }) => task)).toContain('r-1');
  });

  it.each([
    ['an unknown plan', ['--plan', 'gia-lai-2222', '--unit', 'so-tc', '--kind', 'plan'], 'có phải “gia-lai-2022”?'],
    ['an unknown unit', ['--plan', 'gia-lai-2022', '--unit', 'so-tx', '--kind', 'plan'], 'danh bạ gia-lai (có phải “so-'],
    ['a unit that has no part in the plan', ['--plan', 'duc-co-2023', '--unit', 'ubnd-tinh', '--kind', 'plan'], 'không thực hiện kế hoạch duc-co-2023'],
    ['a report without a period', ['--plan', 'gia-lai-2022', '--unit', 'so-tc', '--kind', 'report'], '2022-Q1, 2022-Q2, 2022-Q3, 2022-Q4'],
    ['a period of another year', ['--plan', 'gia-lai-2022', '--unit', 'so-tc', '--kind', 'report', '--period', '2021-Q1'], 'không có kỳ “2021-Q1”'],
    ['a plan with a period', ['--plan', 'gia-lai-2022', '--unit', 'so-tc', '--kind', 'plan', '--period', '2022-Q1'], 'chỉ đi với --kind report'],
    ['a folder that is not there', ['--plan', 'gia-lai-2022', '--unit', 'so-tc', '--kind', 'plan', '--out', '/nowhere/mau.yaml'], '/nowhere/mau.yaml: không ghi được'],
  ])('%s is refused in one line', async (_, options, expected) => {
    expect(await run(['template', ...options])).toBe(2);
    expect(err).toMatch(/^chutrinh: [^\n]+\n$/u);
    expect(err).toContain(expected);
    expect(out).toBe('');
  });
});

describe('check', () => {
  const short = (document: { setIn: (path: readonly unknown[], value: unknown) => void; toJS: () => unknown }): void => {
    const index = (document.toJS() as { targets: { target: string }[] }).targets.findIndex(({ target }) => target === 'ct-10-3');
    document.setIn(['targets', index, 'numerator'], 938);
    document.setIn(['targets', index, 'denominator'], 1000);
  };

  it('answers with every field of the contract', async () => {
    expect(await run(['check', written(filled(q4, undefined, short)), '--json'])).toBe(0);
    const verdict = JSON.parse(out);
    expect(Object.keys(verdict).slice(0, 7)).toEqual(['outcome', 'plan', 'unit', 'kind', 'period', 'rulesetVersion', 'results']);
    for (const result of verdict.results) expect(Object.keys(result).slice(0, 11)).toEqual(['rule', 'target', 'standing', 'severity', 'inputs', 'threshold', 'gap', 'fix', 'message', 'clause', 'ground']);
    expect(verdict.results.find(({ target }: { target: string }) => target === 'ct-10-3')).toMatchObject({
      rule: 'target-figure', standing: 'missed', severity: 'warning', threshold: 97, gap: 3.2, clause: 'Phần II, mục I.2, gạch đầu dòng 10',
      message: { vi: expect.stringContaining('93,8%'), en: expect.stringContaining('93.8%') }, fix: { vi: expect.stringContaining('Thêm 32') },
    });
  });

  it('tells people what, where, by how much, what mends it and by which clause, in 100 columns without colour', async () => {
    const file = written(filled(q4, undefined, short));
    expect(await run(['check', file])).toBe(0);
    const line = filled(q4, undefined, short).split('\n').findIndex((each) => each.includes('numerator: 938')) + 1;
    for (const each of out.split('\n')) expect(each.length).toBeLessThanOrEqual(100);
    expect(out).not.toContain('\u001B[');
    expect(out).toMatch(new RegExp(`cảnh báo target-figure · ct-10-3 · dòng ${line} · targets\\[\\d+\\]\\.numerator`, 'u'));
    for (const words of ['không đạt, chênh 3,2 điểm phần trăm', '→ Thêm 32', '§ Phần II, mục I.2, gạch đầu dòng 10', '938/1.000']) expect(out.replace(/\n\s+/gu, ' ')).toContain(words);
  });

  it('judges by the day asked for: late after the due date', async () => {
    const file = written(filled(q4));
    const late = async (day: string): Promise<boolean> => {
      out = '';
      await run(['check', file, '--json', '--at', day]);
      return (JSON.parse(out) as { results: { rule: string }[] }).results.some(({ rule }) => rule === 'report-late');
    };
    expect([await late('2022-12-19'), await late('2022-12-22')]).toEqual([false, true]);
  });

  it('holds a report against the one before', async () => {
    const before = written(filled({ ...q4, period: '2022-Q3' }), 'truoc.yaml');
    await run(['check', written(filled(q4, undefined, short)), '--previous', before, '--json']);
    expect((JSON.parse(out) as { results: { rule: string; target: string }[] }).results).toContainEqual(expect.objectContaining({ rule: 'figure-cumulative-falls', target: 'ct-10-3' }));
  });

  it('--all tells also of rules that found nothing', async () => {
    await run(['check', written(filled(q4)), '--json', '--all']);
    expect((JSON.parse(out) as { results: { rule: string; outcome: string }[] }).results).toContainEqual(expect.objectContaining({ rule: 'secret-mark', outcome: 'satisfied' }));
  });

  it('--plan holds it against another plan, and says so', async () => {
    expect(await run(['check', written(filled({ plan: q4.plan, unit: q4.unit, kind: 'plan' })), '--plan', 'gia-lai-2019', '--json'])).toBe(1);
    expect((JSON.parse(out) as { results: { rule: string; severity: string }[] }).results).toContainEqual(expect.objectContaining({ rule: 'other-plan', severity: 'blocking' }));
  });
});

import { describe, expect, it } from 'vitest';
import { PlanFileError } from '../../plans/problems.ts';
import { changed, lineOf, problemsAfter, problemsOf, smallPlan, smallRegister, storeOf, type Change } from './small-plan.ts';

describe('the small plan of these tests', () => {
  it('loads', () => {
    expect(storeOf(smallPlan).loadPlan('nho-2022').targets).toHaveLength(2);
  });
});

describe('a plan file with several mistakes', () => {
  const changes: Change[] = [
    ['comparator: at-least', 'comparator: atleast'],
    ['threshold: 30', 'threshold: "30"'],
    ['reportedBy: so-a\n', 'reportedBy: so-a\n    colour: red\n'],
    ['due: 2022-12-31 }', 'due: 2022-02-30 }'],
    ['  - so-a\n', '  - so-la\n'],
  ];
  const text = changed(smallPlan, ...changes);
  const problems = problemsAfter(...changes);

  it('lists them all, in the order of the file', () => {
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['units[0]', 'unknown-unit'],
      ['targets[0].comparator', 'invalid-value'],
      ['targets[1].threshold', 'invalid-type'],
      ['targets[1].colour', 'unknown-field'],
      ['tasks[0].due', 'invalid-date'],
    ]);
  });

  it('points at file, line and column of each', () => {
    expect(problems.map(({ line }) => line)).toEqual([
      lineOf(text, '- so-la'),
      lineOf(text, 'atleast'),
      lineOf(text, 'threshold: "30"'),
      lineOf(text, 'colour'),
      lineOf(text, '2022-02-30'),
    ]);
    expect(problems.every(({ file }) => file.endsWith('nho-2022.yaml'))).toBe(true);
    expect(problems[1]).toMatchObject({ column: '    comparator: '.length + 1 });
    expect(problems[3]).toMatchObject({ column: '    '.length + 1 });
  });

  it('says what was found and what would be accepted', () => {
    expect(problems[1]).toMatchObject({ value: 'atleast', accepted: { vi: 'at-least, at-most, more-than, less-than, equal' } });
    expect(problems[2]).toMatchObject({ value: '30', accepted: { vi: 'số', en: 'a number' } });
    expect(problems[3]?.accepted.en).toContain('threshold');
    expect(problems[4]).toMatchObject({ value: '2022-02-30', accepted: { vi: 'ngày có thật, dạng NNNN-TT-NN' } });
  });

  it('describes itself one problem a line, in either language', () => {
    const error = new PlanFileError(problems);
    expect(error.message.split('\n')).toHaveLength(5);
    expect(error.describe('en').split('\n')[0]).toMatch(/nho-2022\.yaml:\d+:\d+ units\[0\]: unit "so-la" is not in the register \(accepted: a code of the unit register\)/);
  });
});

describe('each kind of mistake is refused by name', () => {
  const cases: readonly (readonly [what: string, change: Change, field: string, code: string])[] = [
    ['a missing field', ['    threshold: 97\n', ''], 'targets[0].threshold', 'missing-field'],
    ['an unknown field at the top', ['register: nho', 'register: nho\ncolour: red'], 'colour', 'unknown-field'],
    ['a repeated id', ['id: ct-2', 'id: ct-1'], 'targets[1].id', 'repeated'],
    ['a repeated code', ['code: rank', 'code: e-documents'], 'targets[1].code', 'repeated'],
    ['a quote of 41 words', ['quote: nhóm 30 tỉnh', `quote: ${Array.from({ length: 41 }, () => 'tỉnh').join(' ')}`], 'targets[1].quote', 'quote-too-long'],
    ['a quote that is not NFC', ['quote: nhóm 30 tỉnh', `quote: ${'nhóm 30 tỉnh'.normalize('NFD')}`], 'targets[1].quote', 'not-nfc'],
    ['a quote with loose spaces', ['quote: nhóm 30 tỉnh', 'quote: "nhóm 30\\n tỉnh"'], 'targets[1].quote', 'loose-spaces'],
    ['an unknown lead unit', ['lead: [so-a]', 'lead: [so-b]'], 'tasks[0].lead[0]', 'unknown-unit'],
    ['an unknown reporting unit', ['reportedBy: so-a', 'reportedBy: so-b'], 'targets[1].reportedBy', 'unknown-unit'],
    ['an unknown unit in a part', ['investment: so-a', 'investment: so-b'], 'roles.appraisers.investment', 'unknown-unit'],
    ['an unknown unit in a row', ['unit: so-a, cells', 'unit: so-b, cells'], 'tables[0].rows[0].unit', 'unknown-unit'],
    ['a unit closed before the year', ['  - so-a\n', '  - so-cu\n'], 'units[0]', 'unit-not-valid'],
    ['an unknown group', ['appliesTo: { levels: [department] }', 'appliesTo: { groups: [phong] }'], 'targets[0].appliesTo.groups', 'unknown-group'],
    ['a target that binds nobody', ['appliesTo: { levels: [department] }', 'appliesTo: {}'], 'targets[0].appliesTo', 'binds-nobody'],
    ['a ratio without denominator', ['    denominator: mọi văn bản\n', ''], 'targets[0].denominator', 'missing-field'],
    ['a ratio over 100', ['threshold: 97', 'threshold: 197'], 'targets[0].threshold', 'ratio-threshold'],
    ['a cell under no column', ['amount: 10 } }', 'money: 10 } }'], 'tables[0].rows[0].cells.money', 'unknown-column'],
    ['words in a money column', ['amount: 10 } }', 'amount: mười } }'], 'tables[0].rows[0].cells.amount', 'wrong-cell-kind'],
    ['a total under no column', ['{ column: amount, value', '{ column: sum, value'], 'tables[0].statedTotals[0].column', 'unknown-column'],
    ['dates out of order', ['draftsDue: 2021-10-29', 'draftsDue: 2021-12-01'], 'calendar.appraisalDue', 'out-of-order'],
    ['a task that ends before it begins', ['start: 2022-01-01', 'start: 2023-01-01'], 'tasks[0].due', 'out-of-order'],
    ['an unknown register', ['register: nho', 'register: to'], 'register', 'unknown-register'],
    ['another plan’s id', ['id: nho-2022', 'id: nho-2023'], 'id', 'id-is-not-file-name'],
    ['a key written twice', ['title: Kế hoạch nhỏ', 'title: Kế hoạch nhỏ\ntitle: Khác'], '', 'yaml-duplicate-key'],
    ['broken YAML', ['title: Kế hoạch nhỏ', 'title: "Kế hoạch nhỏ'], '', 'yaml-missing-char'],
  ];
  it.each(cases)('%s', (_what, change, field, code) => {
    expect(problemsAfter(change)).toContainEqual(expect.objectContaining({ field, code, line: expect.any(Number) as number }));
  });

  it('an alias, wherever it stands', () => {
    const problems = problemsAfter(['title: Kế hoạch nhỏ', 'title: &ten Kế hoạch nhỏ'], ['issuerName: UBND tỉnh', 'issuerName: *ten']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['yaml-alias', 7]]);
  });

  it('an empty file', () => {
    expect(problemsOf(() => storeOf('').loadPlan('nho-2022'))).toMatchObject([{ line: 1, column: 1, field: '' }]);
  });
});

describe('a register file', () => {
  const load = (...changes: readonly Change[]): (() => unknown) => () => storeOf(smallPlan, changed(smallRegister, ...changes)).loadUnits('nho');

  it('refuses repeated codes, unknown parents and successors, and a unit that ends before it begins', () => {
    const problems = problemsOf(load(['code: so-a', 'code: ubnd'], ['parent: ubnd, validFrom: 2019-01-01 }', 'parent: tinh, validFrom: 2019-01-01 }'], ['validTo: 2020-12-31', 'validTo: 2018-12-31']));
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['units[1].code', 'repeated'],
      ['units[1].parent', 'unknown-unit'],
      ['units[2].validTo', 'ends-before-start'],
      ['units[2].successors[0]', 'unknown-unit'],
    ]);
  });

  it('that is bad refuses the plans that use it, and names itself', () => {
    const store = storeOf(smallPlan, changed(smallRegister, ['level: province', 'level: country']));
    expect(problemsOf(() => store.loadPlan('nho-2022'))).toMatchObject([{ field: 'units[0].level', file: expect.stringContaining('units-nho.yaml') as string }]);
  });
});

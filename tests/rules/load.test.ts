import { describe, expect, it } from 'vitest';
import { PlanFileError, type PlanProblem } from '../../plans/problems.ts';
import { loadCatalogue, type CatalogueFolders } from '../../rules/catalogue.ts';
import { aCatalogue, aRuleText } from './a-catalogue.ts';

function problemsOf(folders: CatalogueFolders): readonly PlanProblem[] {
  try {
    loadCatalogue(folders);
  } catch (error) {
    if (error instanceof PlanFileError) return error.problems;
    throw error;
  }
  return [];
}

/** The rule of `aRuleText` with one line put in place of another. */
function withLine(line: RegExp, instead: string): CatalogueFolders {
  return aCatalogue({ rules: { 'has-due.yaml': aRuleText.replace(line, instead) } });
}

const condition = (text: string): CatalogueFolders => withLine(/^require: .*$/m, `require: ${text}`);

describe('loading a catalogue', () => {
  it('takes one in order', () => {
    const { rules, version } = loadCatalogue(aCatalogue());
    expect(rules.map(({ id }) => id)).toEqual(['has-due']);
    expect(version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  });

  it.each([
    ['an unknown operator', condition('{ fact: task.due, operator: isThere, value: true }'), 'unknown-operator', 8, 'require.operator'],
    ['an unknown fact', condition('{ fact: task.dew, operator: given, value: true }'), 'unknown-fact', 8, 'require.fact'],
    ['an unknown fact to compare with', condition('{ fact: task.due, operator: after, value: { fact: task.begin } }'), 'unknown-fact', 8, 'require.value'],
    ['a number for a date', condition('{ fact: task.due, operator: after, value: 2022 }'), 'wrong-type', 8, 'require.value'],
    ['a day that does not exist', condition('{ fact: task.due, operator: after, value: 2022-02-30 }'), 'wrong-type', 8, 'require.value'],
    ['a text for yes or no', condition("{ fact: task.due, operator: given, value: 'yes' }"), 'wrong-type', 8, 'require.value'],
    ['a fact of another kind to compare with', condition('{ fact: task.due, operator: after, value: { fact: task.words } }'), 'wrong-type', 8, 'require.value'],
    ['a pattern that is none', condition("{ fact: task.words, operator: matches, value: '(' }"), 'wrong-type', 8, 'require.value'],
    ['one text where a list belongs', condition('{ fact: task.origin, operator: in, value: own }'), 'wrong-type', 8, 'require.value'],
    ['an operator for another type', condition('{ fact: task.due, operator: lessThan, value: 3 }'), 'operator-does-not-fit', 8, 'require.operator'],
    ['an empty all', condition('{ all: [] }'), 'empty-group', 8, 'require.all'],
    ['an empty any deep inside', condition('\n  all:\n    - any: []'), 'empty-group', 10, 'require.all[0].any'],
    ['an unknown field of a condition', condition('{ fact: task.due, operator: given, value: true, path: $.x }'), 'unknown-field', 8, 'require.path'],
    ['a condition without a value', condition('{ fact: task.due, operator: given }'), 'missing-field', 8, 'require'],
    ['a fact of another list', condition('{ fact: line.total, operator: given, value: true }'), 'fact-out-of-reach', 8, 'require'],
    ['no ground', withLine(/^ground: .*$/m, 'ground: []'), 'too-small', 6, 'ground'],
    ['an unknown ground', withLine(/^ground: .*$/m, 'ground: [nd-1-1900]'), 'unknown-ground', 6, 'ground[0]'],
    ['a ground that is not yet in force', withLine(/^ground: .*$/m, 'ground: [luat-nsnn-2025]'), 'ground-not-in-force', 6, 'ground'],
    ['a bad date', withLine(/2019-01-01/, '2019-02-29'), 'invalid-date', 4, 'effectiveFrom'],
    ['an end before the beginning', withLine(/^severity/m, 'effectiveTo: 2018-12-31\nseverity'), 'ends-before-start', 5, 'effectiveTo'],
    ['an unknown severity', withLine(/blocking/, 'fatal'), 'invalid-value', 5, 'severity'],
    ['an unknown field', withLine(/^severity/m, 'priority: 1\nseverity'), 'unknown-field', 5, 'priority'],
    ['an id that is not the file’s name', withLine(/has-due/, 'has-dew'), 'id-is-not-file-name', 1, 'id'],
    ['a version that is none', withLine(/1\.0\.0/, '"1"'), 'invalid-format', 2, 'version'],
  ] as const)('refuses %s, and says where', (_, folders, code, line, field) => {
    const found = problemsOf(folders).find((problem) => problem.code === code);
    expect(found).toMatchObject({ line, field });
    expect(found?.file).toMatch(/has-due\.yaml$/);
    expect(found?.message.vi).not.toBe('');
    expect(found?.accepted.en).not.toBe('');
  });

  it('refuses an id that another file has', () => {
    const found = problemsOf(aCatalogue({ rules: { 'a/has-due.yaml': aRuleText, 'b/has-due.yaml': aRuleText } }));
    expect(found).toMatchObject([{ code: 'duplicate-id', line: 1, field: 'id' }]);
    expect(found[0]?.message.en).toContain('a/has-due.yaml');
  });

  it('refuses a rule without words in a language', () => {
    expect(problemsOf(aCatalogue({ en: [] }))).toMatchObject([{ code: 'missing-message', message: { en: 'the rule has no words (en)' } }]);
  });

  it('refuses words without a rule, and places without a fact', () => {
    expect(problemsOf(aCatalogue({ vi: ['has-due', 'gone'] }))).toMatchObject([{ code: 'message-without-rule', field: 'gone' }]);
    const moreVi = 'has-lead:\n  title: a\n  message: "{task.leed}"\n  fix: "{line.total}"\n';
    const rules = { 'has-due.yaml': aRuleText, 'has-lead.yaml': aRuleText.replace('has-due', 'has-lead').replace('task.due', 'task.lead') };
    expect(problemsOf(aCatalogue({ rules, vi: ['has-due'], moreVi }))).toMatchObject([{ code: 'unknown-place', field: 'has-lead.message' }, { code: 'unknown-place', field: 'has-lead.fix' }]);
  });

  it('refuses sentences about targets that are missing or that nothing uses', () => {
    const codes = problemsOf(aCatalogue({ targets: 'plan-met: a\nplan-mad: b\n' })).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['missing-message', 'message-without-use']));
  });

  it('tells everything that is wrong in all files at once, and loads nothing', () => {
    const rules = { 'has-due.yaml': aRuleText.replace('given', 'isThere').replace('blocking', 'fatal'), 'other.yaml': 'id: [' };
    const found = problemsOf(aCatalogue({ rules }));
    expect(found.map(({ file, code }) => `${file.replace(/^.*\//, '')} ${code}`)).toEqual(expect.arrayContaining(['has-due.yaml unknown-operator', 'has-due.yaml invalid-value', expect.stringMatching(/^other\.yaml yaml-/)]));
  });
});

import { describe, expect, it } from 'vitest';
import { atTime } from '../../domain/plain-date.ts';
import type { RuleResult, Verdict } from '../../domain/verdict.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { aCheckOf } from '../support/builders/check.ts';
import { aTask, aUnitPlan } from '../support/builders/unit-plan.ts';
import { aCatalogue, aRuleText } from './a-catalogue.ts';

const withoutDue = aUnitPlan().withTasks(aTask({ due: null })).build();

async function on(day: string, more = ''): Promise<{ readonly verdict: Verdict; readonly result: RuleResult | undefined }> {
  const rules = { 'has-due.yaml': aRuleText.replace('forEach', `${more}forEach`).replace('[nd-64-2007]', '[nd-102-2009, nd-73-2019]') };
  const verdict = await createChecker({ catalogue: loadCatalogue(aCatalogue({ rules })) })(aCheckOf(withoutDue, { at: atTime(day, '12:00') }));
  return { verdict, result: verdict.results.find(({ rule }) => rule === 'has-due') };
}

describe('a rule', () => {
  it('runs from its first day to its last', async () => {
    expect((await on('2018-12-31')).result).toBeUndefined();
    expect((await on('2019-01-01')).result?.outcome).toBe('violated');
    expect((await on('2022-06-30', 'effectiveTo: 2022-06-30\n')).result?.outcome).toBe('violated');
    expect((await on('2022-07-01', 'effectiveTo: 2022-06-30\n')).result).toBeUndefined();
  });

  it('in beta only warns, until the day after its beta ends', async () => {
    const last = await on('2022-06-30', 'betaUntil: 2022-06-30\n');
    expect([last.result?.severity, last.verdict.outcome]).toEqual(['warning', 'findings']);
    expect(last.result).toMatchObject({
      ruleVersion: '1.0.0', blocksFrom: '2022-07-01',
      message: { vi: 'Thiếu hạn Từ 01/07/2022, vướng mắc này sẽ chặn việc nộp.', en: 'Thiếu hạn From 1 July 2022 on this will block the submission.' },
    });
    const after = await on('2022-07-01', 'betaUntil: 2022-06-30\n');
    expect([after.result?.severity, after.verdict.outcome]).toEqual(['blocking', 'blocked']);
    expect(after.result).toMatchObject({ ruleVersion: '1.0.0', message: { vi: 'Thiếu hạn' } });
    expect(after.result).not.toHaveProperty('blocksFrom');
  });

  it('cites the ground that is in force on the day', async () => {
    expect((await on('2019-12-31')).result?.ground).toContain('102/2009/NĐ-CP');
    expect((await on('2020-01-01')).result?.ground).toContain('73/2019/NĐ-CP');
  });
});

describe('a blocking rule that cannot be judged', () => {
  it('blocks, and names what is missing', async () => {
    const rules = { 'has-due.yaml': aRuleText.replace(/^require.*$/m, 'require: { fact: task.due, operator: onOrBefore, value: { fact: task.yearEnd } }') };
    const verdict = await createChecker({ catalogue: loadCatalogue(aCatalogue({ rules })) })(aCheckOf(withoutDue));
    expect(verdict.outcome).toBe('blocked');
    expect(verdict.results.find(({ rule }) => rule === 'has-due')).toMatchObject({ outcome: 'unknown', message: { vi: 'Chưa kiểm tra được “Có hạn” vì thiếu ngày hoàn thành.' } });
  });
});

describe('the shipped catalogue', () => {
  const { rules } = shippedCatalogue();

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s has its ground and its words in both languages', (_, rule) => {
    expect(rule.grounds.length).toBeGreaterThan(0);
    expect(rule.words.vi.title).not.toBe(rule.words.en.title);
  });

  it('has at least sixty rules', () => {
    expect(rules.length).toBeGreaterThanOrEqual(60);
  });
});

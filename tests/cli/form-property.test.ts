import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planContent, reportContent } from '../../api/contracts/submission.ts';
import { periodId } from '../../domain/ids.ts';
import type { SubmissionKind } from '../../domain/submission.ts';
import { findingsOf, type Verdict } from '../../domain/verdict.ts';
import { subjectOf } from '../../cli/form/judge.ts';
import { loadPlan } from '../../plans/load.ts';
import { createChecker } from '../../rules/check.ts';
import { filled, type FormOf, type Hand } from './filling.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'chutrinh-property-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = createChecker();
/** Nothing in a test asks what time it is: long after every plan, so that each form is judged on its own due day. */
const now = Date.UTC(2030, 0, 1);

async function verdictOf(text: string): Promise<Verdict> {
  const file = join(folder, 'mau.yaml');
  writeFileSync(file, text);
  return check(subjectOf(file, {}, now).input);
}

const someone = fc.constantFrom(...['gia-lai-2022', 'duc-co-2023', 'gia-lai-2019'].flatMap((plan) => loadPlan(plan).units.map((unit) => ({ plan, unit }))));

/** How generous, and how many there are to count: of services some hundreds, of files and people many times that, none of them round. */
const someHand: fc.Arbitrary<Hand> = fc.tuple(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), fc.array(fc.integer({ min: 101, max: 998 }), { minLength: 8, maxLength: 8 }))
  .map(([extras, counts]): Hand => {
    const place = (name: string): number => [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 8;
    return { extra: (target) => extras[place(target)] ?? 0, denominator: (whole) => countOf(counts[place(whole)] ?? 101, whole) };
  });

const countOf = (count: number, whole: string): number => (/dịch vụ/u.test(whole) ? count - (count % 10) + 7 : count * 100 + 7);

const formOf = ({ plan, unit }: { plan: string; unit: string }, kind: SubmissionKind): FormOf => ({ plan, unit, kind, ...(kind === 'report' ? { period: periodId(loadPlan(plan).year, 'Q4') } : {}) });
const told = (verdict: Verdict): readonly string[] => findingsOf(verdict).map(({ rule, target, message }) => `${rule} ${target ?? ''} ${message.vi}`);
const runs = { numRuns: 40, seed: 20221 };

describe('a template whose figures meet every threshold', () => {
  it.each(['plan', 'report'] as const)('a %s passes', async (kind) => {
    await fc.assert(fc.asyncProperty(someone, someHand, async (who, hand) => {
      const verdict = await verdictOf(filled(formOf(who, kind), hand));
      expect(told(verdict)).toEqual([]);
      expect(verdict.outcome).toBe('pass');
      expect(Object.values(verdict.standings).filter((standing) => standing !== 'met')).toEqual([]);
    }), runs);
  });

  it.each(['plan', 'report'] as const)('a %s with one figure left blank does not', async (kind) => {
    await fc.assert(fc.asyncProperty(someone, fc.nat(), async (who, nth) => {
      let blank = '';
      const text = filled(formOf(who, kind), undefined, (document) => {
        const rows = (document.toJS() as { targets: { target: string }[] }).targets;
        const index = nth % rows.length;
        blank = rows[index]?.target ?? '';
        for (const field of ['value', 'numerator', 'answer']) if (document.hasIn(['targets', index, field])) document.setIn(['targets', index, field], null);
      });
      const verdict = await verdictOf(text);
      expect(verdict.standings[blank]).toBe('no-data');
      expect(verdict.outcome).toBe(kind === 'plan' ? 'blocked' : 'findings');
    }), runs);
  });

  it('is content that the API takes as it is', () => {
    fc.assert(fc.property(someone, fc.constantFrom<SubmissionKind>('plan', 'report'), (who, kind) => {
      const file = join(folder, 'noi-dung.yaml');
      writeFileSync(file, filled(formOf(who, kind)));
      const { input: { content } } = subjectOf(file, {}, now);
      expect((kind === 'plan' ? planContent : reportContent).safeParse(content)).toMatchObject({ success: true, data: content });
    }), runs);
  });
});

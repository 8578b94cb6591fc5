import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recheck, type Recheck, type RecheckOptions } from '../../../cli/recheck/run.ts';
import { openState } from '../../../cli/recheck/state.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import type { Catalogue } from '../../../rules/catalogue.ts';
import { shippedCatalogue } from '../../../rules/check.ts';
import { withDraft } from '../../../rules/draft.ts';
import { otherUnit, unit } from '../../support/api.ts';
import { aRecordedYear, hashOfRecord, type RecordedYear } from './a-year.ts';
import { ownDomain, twoLetters, twoLettersWords, writeDraft } from './drafts.ts';

let year: RecordedYear;
let cycle: Cycle;
let folder = '';

beforeAll(async () => {
  year = await aRecordedYear();
  cycle = await year.api.record.read.cycles.find(year.cycle) as Cycle;
});
afterAll(() => year.api.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-recheck-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

interface Asked extends Partial<Pick<RecheckOptions, 'onProgress' | 'pageSize' | 'verify'>> {
  readonly catalogue?: Catalogue;
  readonly resume?: boolean;
}

function run({ catalogue = shippedCatalogue(), resume = false, verify = 0, ...more }: Asked = {}): Promise<Recheck> {
  const state = openState(folder, { cycle: cycle.id, ruleset: catalogue.version, verify }, resume);
  return recheck(year.api.record.read, { cycle, catalogue, verify, state, ...more });
}

const draft = (files: Readonly<Record<string, string>>): Catalogue => withDraft(shippedCatalogue(), writeDraft(join(folder, 'draft'), files));

describe('every stored submission, checked again', () => {
  it('says the same as on its own day: what was approved, waived or corrected later does not count', async () => {
    const { submissions, flips, differences, verified } = await run({ verify: 100 });
    expect(flips).toEqual([]);
    expect({ submissions, verified, differences }).toEqual({ submissions: 6, verified: 6, differences: [] });
  });

  it('finds who would flip under a stricter draft, with the reason and the verdict that would follow', async () => {
    const { flips, differences } = await run({ catalogue: draft({ 'focal-email-invalid.yaml': ownDomain }) });
    expect(differences).toEqual([]);
    expect(flips).toEqual([{
      unit, submission: `plan/${cycle.id}/${unit}/v1`, rule: 'focal-email-invalid', target: null,
      from: { says: 'nothing', severity: null, count: 0 }, to: { says: 'violated', severity: 'blocking', count: 1 },
      verdict: { from: expect.stringMatching(/pass|findings/), to: 'blocked' },
      why: { vi: expect.stringContaining(`${unit}@example.vn`), en: expect.stringContaining(`${unit}@example.vn`) },
    }]);
  });

  it('takes rules that the catalogue does not have, with their words', async () => {
    const { flips } = await run({ catalogue: draft({ 'deep/symbol-of-plan.yaml': twoLetters, ...twoLettersWords }) });
    expect(flips.map(({ unit: of, rule, to }) => [of, rule, to.says])).toEqual([[unit, 'symbol-of-plan', 'violated'], [otherUnit, 'symbol-of-plan', 'violated']]);
  });

  it('interrupted after any page and resumed, gives what a run in one go gives', async () => {
    const catalogue = draft({ 'symbol-of-plan.yaml': twoLetters, ...twoLettersWords });
    const whole = await run({ catalogue, verify: 3, pageSize: 10 });
    for (const stopAfter of [1, 2, 3]) {
      let pages = 0;
      const onProgress = (): void => { pages += 1; if (pages === stopAfter) throw new Error('power cut'); };
      await expect(run({ catalogue, verify: 3, pageSize: 10, onProgress })).rejects.toThrow('power cut');
      const seen: number[] = [];
      const resumed = await run({ catalogue, verify: 3, pageSize: 10, resume: true, onProgress: ({ duties }) => seen.push(duties) });
      expect(resumed).toEqual(whole);
      expect(seen[0]).toBe((stopAfter + 1) * 10);
      expect(readdirSync(folder)).toEqual(['draft']);
    }
  });

  it('begins anew when the rules are others than those of the interrupted run', async () => {
    await expect(run({ pageSize: 10, onProgress: () => { throw new Error('power cut'); } })).rejects.toThrow('power cut');
    const seen: number[] = [];
    await run({ catalogue: draft({ 'focal-email-invalid.yaml': ownDomain }), pageSize: 10, resume: true, onProgress: ({ duties }) => seen.push(duties) });
    expect(seen[0]).toBe(10);
  });

  it('leaves every table as it was', async () => {
    const before = hashOfRecord(year.api.record.file);
    await run({ catalogue: draft({ 'focal-email-invalid.yaml': ownDomain }), verify: 100 });
    expect(hashOfRecord(year.api.record.file)).toBe(before);
  });
});

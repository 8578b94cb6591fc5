import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finders } from '../../../rules/plan-document/finders.ts';
import { loadPlanRules, shippedPlanRules } from '../../../rules/plan-document/load.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chutrinh-plan-rules-'));
  cpSync(shippedPlanRules.rules, join(folder, 'rules'), { recursive: true });
  cpSync(shippedPlanRules.messages, join(folder, 'messages'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edited(file: string, edit: (text: string) => string): () => unknown {
  const path = join(folder, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return () => loadPlanRules({ rules: join(folder, 'rules'), messages: join(folder, 'messages'), grounds: shippedPlanRules.grounds });
}

describe('the rules about plan documents', () => {
  it('are one file for each finder', () => {
    expect(loadPlanRules().map(({ id }) => id).sort()).toEqual(Object.keys(finders).sort());
  });

  it('name in vi and en the same figures', () => {
    for (const { words } of loadPlanRules()) expect([...new Set(words.en.message.places)].sort()).toEqual([...new Set(words.vi.message.places)].sort());
  });

  it.each([
    ['no words', 'messages/en/time.yaml', (text: string) => text.replace('period-gap:', 'period-hole:'), /missing|thiếu câu chữ/u],
    ['an unknown ground', 'rules/period-gap.yaml', (text: string) => text.replace(/ground: .*/u, 'ground: [nowhere]'), /nowhere/u],
    ['another name than its file', 'rules/period-gap.yaml', (text: string) => text.replace('id: period-gap', 'id: lead-missing'), /period-gap/u],
    ['nothing that calculates it', 'rules/period-gap.yaml', (text: string) => text.replace('id: period-gap', 'id: period-hole'), /không có cách tính/u],
    ['an unknown field', 'rules/period-gap.yaml', (text: string) => `${text}colour: red\n`, /colour/u],
  ])('do not load with %s', (_, file, edit, words) => {
    expect(edited(file, edit)).toThrow(words);
  });
});

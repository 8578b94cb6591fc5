import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../domain/verdict.ts';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { situations } from './situations/all.ts';

const check = createChecker();
const { rules } = shippedCatalogue();

describe.each(rules.map(({ id }) => id))('rule %s', (id) => {
  const own = situations.filter(({ rule }) => rule === id);

  it('has a situation that breaks it and one that does not', () => {
    expect(own.some(({ found }) => found)).toBe(true);
    expect(own.some(({ found }) => !found)).toBe(true);
  });

  it.each(own.filter(({ found }) => found))('finds, and nothing else does: $says', async ({ input, also, at }) => {
    const found = findingsOf(await check(input));
    const mine = found.filter(({ rule }) => rule === id);
    expect(mine).toHaveLength(1);
    expect(found.map(({ rule }) => rule).filter((rule) => rule !== id && !also?.includes(rule))).toEqual([]);
    expect(mine[0]).toMatchObject({ outcome: 'violated' });
    if (at !== undefined) expect(mine[0]?.pointers).toContain(at);
    for (const language of ['vi', 'en'] as const) {
      for (const sentence of [mine[0]?.message[language], mine[0]?.fix?.[language]]) {
        expect(sentence).toBeTruthy();
        expect(sentence).not.toMatch(/[{}]|—|undefined|NaN|null/);
      }
    }
  });

  it.each(own.filter(({ found }) => !found))('is content with: $says', async ({ input, also }) => {
    const found = findingsOf(await check(input));
    expect(found.map(({ rule }) => rule).filter((rule) => !also?.includes(rule))).toEqual([]);
  });
});

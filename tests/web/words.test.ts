import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translateTo, wordsOf } from '../../web/view/translate.ts';

const plural = /_(zero|one|other)$/;

function keysOf(words: unknown, at = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return [at];
  return Object.entries(words).flatMap(([name, value]) => keysOf(value, at === '' ? name : `${at}.${name}`));
}

const textOf = (words: unknown, key: string): unknown => key.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], words);

const vi = wordsOf('vi');
const en = wordsOf('en');

const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(njk|ts)$/.test(name)).map((name) => join('web', name));

/** Keys as pages and templates name them: whole, or what a key that is put together begins with. */
const used = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt\((['"`])([\w.-]+)(\1\s*[,)]|\1|\$\{)/g)].map(([, , key = '', end = '']) => ({ file, key, isWhole: /[,)]$/.test(end) })));

describe('words of the pages', () => {
  it('are the same in both languages, key by key', () => {
    const shared = (words: unknown): readonly string[] => [...new Set(keysOf(words).map((key) => key.replace(plural, '')))].sort();
    expect(shared(vi)).toEqual(shared(en));
  });

  it('are text, none of it empty', () => {
    for (const words of [vi, en]) expect(keysOf(words).filter((key) => typeof textOf(words, key) !== 'string' || textOf(words, key) === '')).toEqual([]);
  });

  it('name the same figures in both languages', () => {
    const figures = (text: unknown): readonly string[] => [...new Set([...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].filter((name) => name !== 'count').sort();
    const differing = keysOf(vi).filter((key) => textOf(en, key) !== undefined && JSON.stringify(figures(textOf(vi, key))) !== JSON.stringify(figures(textOf(en, key))));
    expect(differing).toEqual([]);
  });

  it('are there for every key that a page or template names', () => {
    expect(used.length).toBeGreaterThan(50);
    const known = keysOf(vi).map((key) => key.replace(plural, ''));
    const missing = used.filter(({ key, isWhole }) => (isWhole ? !known.includes(key) : !known.some((each) => each.startsWith(key))));
    expect(missing).toEqual([]);
  });

  it('do not come as raw keys when there are none', () => {
    expect(() => translateTo('vi')('frame.nothing-of-the-kind')).toThrow('frame.nothing-of-the-kind');
  });
});

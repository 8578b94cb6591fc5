import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/canonical.ts';

const seed = 20_230_620;

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: true })).toBe('{"a":true,"b":[{"c":null,"d":1},"x"]}');
    expect(canonicalJson({ 10: 'a', 9: 'b', B: 1, a: 2 })).toBe('{"10":"a","9":"b","B":1,"a":2}');
  });

  it('writes one text for one Vietnamese word, composed or not', () => {
    const word = 'Chỉ tiêu số';
    expect(canonicalJson({ [word.normalize('NFD')]: word.normalize('NFD') })).toBe(canonicalJson({ [word]: word }));
  });

  it('leaves out undefined properties, as storing them does', () => {
    const content = { value: null, comment: undefined, rows: [{ note: undefined }] };
    expect(canonicalJson(content)).toBe('{"rows":[{}],"value":null}');
    expect(canonicalJson(content)).toBe(canonicalJson(JSON.parse(JSON.stringify(content))));
  });

  it('writes numbers in one way', () => {
    expect(canonicalJson([-0, 1.0, 1e21, 0.1, 1e-7])).toBe('[0,1,1e+21,0.1,1e-7]');
  });

  it('escapes as JSON does', () => {
    expect(canonicalJson('"\\\n\u2028\ud800')).toBe(JSON.stringify('"\\\n\u2028\ud800'));
  });

  it('tells missing from zero and text from number', () => {
    expect(new Set([{}, { a: null }, { a: 0 }, { a: '0' }, { a: '' }, { a: false }, { a: [] }].map(canonicalJson)).size).toBe(7);
  });

  it('takes the same object twice, but not inside itself', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    const cycle: { self?: unknown } = {};
    cycle.self = [cycle];
    expect(() => canonicalJson(cycle)).toThrow(/cycle at \/self\/0/);
  });
});

it.each<[string, unknown]>([
  ['NaN', { 'a/b': Number.NaN }], ['Infinity', [Infinity]], ['-Infinity', -Infinity], ['undefined', undefined], ['undefined', [undefined]], ['undefined', new Array(1)], ['bigint', 1n],
  ['function', { a: () => 1 }], ['symbol', Symbol('a')], ['Date', new Date(0)], ['Map', new Map()], ['Set', { a: new Set() }], ['twice', { 'ế': 1, ['ế'.normalize('NFD')]: 2 }],
])('refuses %s', (what, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson(value)).toThrow(what);
});

it('names the place', () => {
  expect(() => canonicalJson({ rows: [1, { 'a/b': Number.NaN }] })).toThrow('/rows/1/a~1b');
});

/** The same content with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)]));
}

it('does not depend on the order of keys, keeps the content, and is its own canonical form', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  fc.assert(fc.property(json, (value) => {
    const plain: unknown = JSON.parse(JSON.stringify(value).normalize('NFC'));
    const text = canonicalJson(plain);
    expect(canonicalJson(reversed(plain))).toBe(text);
    expect(JSON.parse(text)).toEqual(plain);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  }), { seed, numRuns: 300 });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finds, searchKey } from '../../domain/search-key.ts';

const seed = 20_230_920;

it.each([
  ['Sở Thông tin và Truyền thông', 'so thong tin va truyen thong'], ['ĐỨC CƠ', 'duc co'], ['  Đức\u00a0 Cơ\n', 'duc co'], ['Ủy ban nhân dân tỉnh', 'uy ban nhan dan tinh'],
  ['Chư Păh, Chư Prông, Đak Đoa', 'chu pah, chu prong, dak doa'], ['ẮẰẲẴẶ ƯỨỪỬỮỰ ƠỚỜỞỠỢ ỲỴỶỸÝ', 'aaaaa uuuuuu oooooo yyyyy'], ['Nghị quyết 17/NQ-CP', 'nghi quyet 17/nq-cp'], ['', ''],
])('%j is searched as %j', (text, key) => {
  expect(searchKey(text)).toBe(key);
  expect(searchKey(text.normalize('NFD'))).toBe(key);
  expect(searchKey(text.toUpperCase())).toBe(key);
});

it('a key is its own key', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(searchKey(searchKey(text))).toBe(searchKey(text));
  }), { seed, numRuns: 500 });
});

it.each([
  ['Sở Nội vụ', 'so noi', true], ['Sở Nội vụ', 'vu so', true], ['Sở Nội vụ', 'oi', false], ['so-nv', 'so-nv', true], ['Sở Nội vụ', 'so y', false], ['Sở Nội vụ', '', false], ['Sở Nội vụ', ' - ', false],
])('%j is found by %j: %j', (text, query, isFound) => {
  expect(finds(query)(text)).toBe(isFound);
});

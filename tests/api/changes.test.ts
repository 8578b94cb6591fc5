import { describe, expect, it } from 'vitest';
import { changedPointers } from '../../api/use-cases/changes.ts';

describe('what changed between two versions', () => {
  const tasks = [{ id: 'a', due: '2022-01-01' }, { id: 'b', due: '2022-02-01' }];

  it('is nothing for the same content, whatever the order of its members', () => {
    expect(changedPointers({ x: 1, list: tasks }, { list: [...tasks], x: 1 })).toEqual([]);
  });

  it('is each leaf, by its pointer in the new version', () => {
    expect(changedPointers({ 'a/b': { c: 1 }, d: null }, { 'a/b': { c: 2 }, d: 0, e: 'new' })).toEqual(['/a~1b/c', '/d', '/e']);
  });

  it('follows entries by their key: one inserted entry is one change', () => {
    const inserted = [{ id: 'n', due: '2022-03-01' }, ...tasks];
    expect(changedPointers({ tasks }, { tasks: inserted })).toEqual(['/tasks/0']);
    expect(changedPointers({ tasks }, { tasks: [tasks[0], { id: 'b', due: '2022-02-28' }] })).toEqual(['/tasks/1/due']);
  });

  it('names the list when entries are gone or change places', () => {
    expect(changedPointers({ tasks }, { tasks: [tasks[1]] })).toEqual(['/tasks']);
    expect(changedPointers({ tasks }, { tasks: [...tasks].reverse() })).toEqual(['/tasks']);
  });

  it('names a list without keys as a whole', () => {
    expect(changedPointers({ evidence: ['a', 'b'] }, { evidence: ['a', 'c'] })).toEqual(['/evidence']);
    expect(changedPointers({ evidence: ['a'] }, { evidence: ['a'] })).toEqual([]);
  });
});

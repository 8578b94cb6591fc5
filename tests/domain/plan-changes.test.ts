import { describe, expect, it } from 'vitest';
import { partChanges, targetChanges } from '../../domain/plan-changes.ts';
import type { Plan, Target } from '../../domain/plan.ts';
import { loadPlan } from '../../plans/load.ts';

const target = (code: string, threshold: number, dueYear: number): Target => ({ id: `${code}-${dueYear}`, code, clause: 'I', quote: 'Q', name: code, measure: 'ratio', comparator: 'at-least', threshold, unit: '%', appliesTo: { levels: ['department'] }, reportedBy: 'each', dueYear });
const plan = (year: number, ...targets: Target[]): Pick<Plan, 'targets' | 'year'> => ({ year, targets });

describe('targets of two plans', () => {
  it('are new, changed, the same or dropped, by code', () => {
    const changes = targetChanges(plan(2021, target('a', 90, 2021), target('b', 50, 2021), target('c', 10, 2021)), plan(2022, target('a', 95, 2022), target('b', 50, 2022), target('d', 1, 2022)));
    expect(changes.map(({ code, kind }) => [code, kind])).toEqual([['a', 'changed'], ['b', 'same'], ['d', 'new'], ['c', 'dropped']]);
    expect(changes[0]).toMatchObject({ before: { threshold: 90 }, after: { threshold: 95 } });
  });

  it('are compared in the year nearest to each plan where one states several', () => {
    const several = plan(2020, target('a', 60, 2019), target('a', 70, 2020), target('a', 100, 2025));
    expect(targetChanges(several, plan(2021, target('a', 80, 2021)))[0]?.before?.threshold).toBe(70);
  });
});

it('counts what another version adds, changes and removes, part by part', () => {
  const before = loadPlan('gia-lai-2022');
  const [first, second, ...rest] = before.targets;
  if (!first || !second) throw new Error('no targets');
  const after: Plan = { ...before, targets: [{ ...first, threshold: 7 }, ...rest, { ...second, id: 'moi' }], units: before.units.slice(1) };
  expect(partChanges(before, after)).toEqual([{ part: 'targets', added: 1, changed: 1, removed: 1 }, { part: 'units', added: 0, changed: 0, removed: 1 }]);
  expect(partChanges(before, before)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { listPlans, loadPlan, loadUnits, planIds } from '../../plans/load.ts';
import { changed, problemsAfter, smallPlan, storeOf } from './small-plan.ts';

describe('the plan store', () => {
  it('lists plans, not registers', () => {
    expect(storeOf(smallPlan).listPlans()).toEqual([{ id: 'nho-2022', title: 'Kế hoạch nhỏ', titleEn: 'Small plan', year: 2022, level: 'province', register: 'nho' }]);
  });

  it('parses each file once', () => {
    expect(loadPlan('gia-lai-2022')).toBe(loadPlan('gia-lai-2022'));
    expect(loadUnits('gia-lai')).toBe(loadUnits('gia-lai'));
  });

  it.each(['nho-2023', '../nho-2022', 'units-nho/../nho-2022', ''])('refuses the unknown id %j', (id) => {
    expect(() => storeOf(smallPlan).loadPlan(id)).toThrow(Refused);
    expect(() => storeOf(smallPlan).loadUnits(id)).toThrow(Refused);
  });

  it('comes with the plan of 2022', () => {
    expect(planIds()).toContain('gia-lai-2022');
    expect(listPlans()).toContainEqual(expect.objectContaining({ id: 'gia-lai-2022', year: 2022, register: 'gia-lai' }));
  });
});

describe('what several years and units make of a plan', () => {
  const tasksOf = (lead: string): Plan['tasks'] => storeOf(changed(smallPlan, ['lead: [so-a]', lead])).loadPlan('nho-2022').tasks;

  it.each(['so', 'each', 'so-a'])('a task led by %s is led by codes once loaded', (name) => {
    expect(tasksOf(`lead: [${name}]`)[0]?.lead).toEqual(['so-a']);
  });

  it.each([
    ['lead: [so-a], coordinating: [so]', ['so-a'], []],
    ['lead: [so], coordinating: [so-a]', [], ['so-a']],
    ['lead: [so-a], coordinating: [so-a]', ['so-a'], ['so-a']],
  ])('of %s the part that names the unit by its code stands', (parts, lead, coordinating) => {
    expect(tasksOf(parts)[0]).toMatchObject({ lead, coordinating });
  });

  it('one code stands once per due year', () => {
    const plan = changed(smallPlan, ['code: rank', 'code: e-documents'], ['reportedBy: so-a\n    dueYear: 2022', 'reportedBy: so-a\n    dueYear: 2025']);
    expect(storeOf(plan).loadPlan('nho-2022').targets.map(({ code, dueYear }) => `${code} ${dueYear}`)).toEqual(['e-documents 2022', 'e-documents 2025']);
  });

  it('periods may begin with a later quarter, without a gap', () => {
    const firstQuarter = '    - { quarter: Q1, from: 2021-12-15, to: 2022-03-14, due: 2022-03-20 }\n';
    expect(storeOf(changed(smallPlan, [firstQuarter, ''])).loadPlan('nho-2022').calendar.periods.map(({ quarter }) => quarter)).toEqual(['Q2']);
    expect(problemsAfter(['quarter: Q2', 'quarter: Q3'])).toMatchObject([{ field: 'calendar.periods[1].quarter', code: 'out-of-order' }]);
  });

  it('a total may stand under several columns, known ones', () => {
    expect(problemsAfter(['{ column: amount, value', '{ column: amount, across: [sum], value'])).toMatchObject([{ code: 'unknown-column' }]);
  });

  it('a printed figure belongs to a cell of its row', () => {
    expect(problemsAfter(['amount: 10 } }', 'amount: 10 }, printed: { money: "10,0" } }'])).toMatchObject([{ code: 'unknown-column' }]);
  });
});

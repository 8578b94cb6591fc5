import { describe, expect, it } from 'vitest';
import { castOf, type Character } from '../../cli/rehearse/cast.ts';
import { mend } from '../../cli/rehearse/content/mend.ts';
import { fillPlan } from '../../cli/rehearse/content/plan-content.ts';
import { fillReport } from '../../cli/rehearse/content/report-content.ts';
import { valueAt, withValueAt } from '../../cli/rehearse/content/pointer.ts';
import { actorOf } from '../../cli/rehearse/run/act.ts';
import { correctionOf } from '../../cli/rehearse/run/correct.ts';
import { agreements } from '../../cli/rehearse/run/examine.ts';
import { rehearsedUnits } from '../../cli/rehearse/run/units.ts';
import { prefillPlan, prefillReport } from '../../domain/prefill.ts';
import type { Step } from '../../cli/rehearse/script/step.ts';
import { differences, expectedCounts } from '../../scripts/torture/expected.ts';
import { loadPlan, loadUnits } from '../../plans/load.ts';

const plan = loadPlan('gia-lai-2022');
const units = loadUnits(plan.register);
function sure<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there');
  return value;
}
const unit = sure(units.get('so-gddt'));
const character: Character = sure(castOf(plan.units, 1).find((each) => each.unit === unit.code));
const author = { plan, character, seed: 1 };
const first = fillPlan(prefillPlan({ plan, unit }), { ...author, round: 1 });

describe('places in a document', () => {
  it('are read and written, escaped parts too', () => {
    const document = { a: [{ 'x/y': 1 }], b: null as number | null };
    expect(valueAt(document, '/a/0/x~1y')).toBe(1);
    expect(withValueAt(document, '/a/0/x~1y', 2)).toEqual({ a: [{ 'x/y': 2 }], b: null });
    expect(withValueAt(document, '/b', undefined)).toEqual({ a: [{ 'x/y': 1 }] });
    expect(document.a).toEqual([{ 'x/y': 1 }]);
    expect(() => withValueAt(document, '/c/d', 1)).toThrow(RangeError);
  });
  it('are mended where findings point, and nowhere else', () => {
    const slip = { ...first, budgetTotal: 1, year: 1999 };
    expect(mend(slip, first, ['/budgetTotal', '/nowhere/at/all'])).toEqual({ ...first, year: 1999 });
  });
});

describe('what is written', () => {
  it('comes back improved after a return, without losing or doubling tasks', () => {
    const again = fillPlan(first, { ...author, round: 2 });
    expect(again.tasks.length).toBe(first.tasks.length + 1);
    expect(fillPlan(again, { ...author, round: 2 })).toEqual(again);
  });
  it('is agreed to by an appraiser of money line by line, never above what was asked', () => {
    const lines = [...agreements(first, 'investment', 1), ...agreements(first, 'recurrent', 1)];
    expect(lines.map((line) => line.line).toSorted()).toEqual(first.budget.map((line) => line.id).toSorted());
    for (const { asked, agreed, reason } of lines) expect(agreed < asked ? reason : agreed).toBeTruthy();
    expect(agreements(first, 'technical', 1)).toEqual([]);
  });
  it('is corrected by one case more that next quarter still holds', () => {
    const period = { ...sure(plan.calendar.periods[0]), id: '2022-Q1' };
    const report = fillReport(prefillReport({ plan, unit, period, approvedPlan: first }), { ...author, quarter: 'Q1', ownPlan: first });
    const corrected = correctionOf(report, { plan, seed: 1 }, character, 'Q1');
    const changed = report.targets.filter((figure, index) => JSON.stringify(figure) !== JSON.stringify(corrected?.targets[index]));
    expect(changed.length).toBe(1);
  });
});

describe('who acts', () => {
  const step = (act: Step['act']): Step => ({ at: 0, unit: 'so-gddt', quarter: null, round: 1, awaits: [], act });
  it('is the unit for what is its own, and the holder of the part for the rest', () => {
    expect(actorOf(step({ kind: 'withdraw' }), plan.roles)).toEqual({ role: 'agency', unit: 'so-gddt' });
    expect(actorOf(step({ kind: 'opinion', aspect: 'investment' }), plan.roles)).toEqual({ role: 'appraiser', unit: 'so-khdt' });
    expect(actorOf(step({ kind: 'decide', decision: 'approve' }), plan.roles)).toEqual({ role: 'approver', unit: 'ubnd-tinh' });
    expect(actorOf(step({ kind: 'accept' }), plan.roles)).toEqual({ role: 'secretariat', unit: 'so-tttt' });
  });
  it('are some of each level when not all act', () => {
    expect(rehearsedUnits(plan, [...units.values()], 3)).toEqual(['vp-ubnd', 'so-tttt', 'ubnd-pleiku']);
    const district = loadPlan('duc-co-2023');
    expect(rehearsedUnits(district, [...loadUnits(district.register).values()], 4)).toEqual(['vp-hdnd-ubnd-duc-co', 'p-vhtt-duc-co', 'ubnd-tt-chu-ty', 'ubnd-xa-ia-dok']);
  });
  it('are the plan\'s units first, then others of their levels', () => {
    const register = [...units.values()];
    expect(rehearsedUnits(plan, register, 40).slice(0, 37)).toEqual(plan.units);
    expect(new Set(rehearsedUnits(plan, register, 40)).size).toBe(40);
    expect(() => rehearsedUnits(plan, register, 999)).toThrow('999 were asked for');
  });
});

describe('what a year must come to', () => {
  const cast = castOf(plan.units, 1);
  const expected = expectedCounts(cast, ['Q1', 'Q2', 'Q3', 'Q4']);
  it('adds up', () => {
    expect(expected.plans.approved + expected.plans.notApproved).toBe(cast.length);
    expect(expected.reports.onTime + expected.reports.late + expected.reports.missing).toBe(cast.length * 4);
  });
  it('is compared part by part', () => {
    expect(differences(expected, expected)).toEqual([]);
    expect(differences({ ...expected, plans: { ...expected.plans, approved: 0 } }, expected)).toHaveLength(1);
  });
});

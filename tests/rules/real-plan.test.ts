import { describe, expect, it } from 'vitest';
import { applicableTargets, tasksOf, thresholdFor } from '../../domain/applies.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { PlanContent, ReportContent } from '../../domain/submission.ts';
import { findingsOf } from '../../domain/verdict.ts';
import { loadPlan, loadUnits } from '../../plans/load.ts';
import { createChecker } from '../../rules/check.ts';
import { aFigure } from '../support/builders/report.ts';
import { aTask } from '../support/builders/unit-plan.ts';

const plan = loadPlan('gia-lai-2022');
const units = loadUnits(plan.register);
const check = createChecker();
const surroundings = { plan, units, cycleUnits: new Set(plan.units), history: {}, waivers: [] };

function filledPlan(code: string): PlanContent {
  const unit = unitOf(code);
  return {
    kind: 'plan', unit: code, plan: plan.id, year: 2022, symbol: '12/KH-SA', focalPoint: { name: 'A', email: 'a@gialai.gov.vn' },
    sections: { purpose: 'a', solutions: 'b', organisation: 'c' },
    targets: applicableTargets(plan, unit).map((target) => ({ target: target.id, value: thresholdFor(target, code) })),
    tasks: tasksOf(plan, unit).map(({ id, words }) => aTask({ id, words, lead: code, coordinating: [], origin: 'plan', due: '2022-12-20' })),
    budget: [], budgetTotal: null,
  };
}

function unitOf(code: string): NonNullable<ReturnType<typeof units.get>> {
  const unit = units.get(code);
  if (!unit) throw new Error(code);
  return unit;
}

describe('the plan of Gia Lai, 2022', () => {
  it.each(plan.units)('a plan of %s in order passes', async (code) => {
    const verdict = await check({ ...surroundings, unit: unitOf(code), content: filledPlan(code), at: atTime('2021-10-20', '09:00') });
    expect(findingsOf(verdict)).toEqual([]);
    expect(Object.values(verdict.standings).every((standing) => standing === 'met')).toBe(true);
  });

  it('holds departments to 97 % of work files, districts to 85 % and their communes to 65 %', async () => {
    const thresholds = async (code: string): Promise<object> => {
      const { results } = await check({ ...surroundings, unit: unitOf(code), content: filledPlan(code), at: atTime('2021-10-20', '09:00') });
      return Object.fromEntries(results.flatMap(({ target, threshold }) => (target && /^ct-10-[345]$/.test(target) ? [[target, threshold]] : [])));
    };
    expect(await thresholds('so-tc')).toEqual({ 'ct-10-3': 97 });
    expect(await thresholds('ubnd-duc-co')).toEqual({ 'ct-10-4': 85, 'ct-10-5': 65 });
  });

  it('a report of the last quarter says of each target whether it is met, missed or without data', async () => {
    const unit = unitOf('ubnd-duc-co');
    const period = plan.calendar.periods[3];
    if (!period) throw new Error('no fourth quarter');
    const content: ReportContent = {
      kind: 'report', unit: unit.code, plan: plan.id, year: 2022, focalPoint: null, sections: {}, period: '2022-Q4', figuresTo: period.to, tasks: [], spending: [],
      targets: [...applicableTargets(plan, unit).filter(({ threshold }) => threshold < 90).map(aFigure), { target: 'ct-10-2', numerator: 963, denominator: 1000 }],
    };
    const verdict = await check({ ...surroundings, unit, content, period: { ...period, id: '2022-Q4' }, at: atTime('2022-12-16', '09:00') });
    const standings = Object.values(verdict.standings);
    expect(verdict.outcome).toBe('findings');
    expect(new Set(standings)).toEqual(new Set(['met', 'missed', 'no-data']));
    expect(verdict.results.find(({ target }) => target === 'ct-10-2')).toMatchObject({
      standing: 'missed', clause: 'Phần II, mục I.2, gạch đầu dòng 10', fix: { vi: 'Thêm 7 văn bản gửi giữa các cơ quan nhà nước dưới dạng điện tử nữa là đạt 97%.' },
    });
  });
});

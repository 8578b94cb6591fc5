import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicableTargets } from '../../domain/applies.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { ReportContent } from '../../domain/submission.ts';
import { loadUnits } from '../../plans/load.ts';
import { openTestApi, otherUnit, plan, planOfUnit, reportOfUnit, unit, type Answer, type TestApi, type Year } from '../support/api.ts';

const units = loadUnits('gia-lai');

/** A report of the unit whose ratios are all `numerator` of `denominator`. */
function reporting(of: string, quarter: Quarter, numerator: number, denominator: number): ReportContent {
  const register = units.get(of);
  if (!register) throw new Error(of);
  const targets = applicableTargets(plan, register).filter(({ measure }) => measure === 'ratio').map(({ id }, index) => ({ target: id, numerator: numerator + index, denominator: denominator + index }));
  return { ...reportOfUnit(quarter, planOfUnit()), unit: of, targets, tasks: [], spending: [] };
}

describe('a report is checked beside those of other units and quarters', () => {
  let api: TestApi;
  let year: Year;
  beforeAll(async () => {
    api = await openTestApi();
    year = await api.aYear();
    api.clock.now = atTime('2022-03-16', '10:00');
    await year.openReports('Q1');
  });
  afterAll(() => api.close());

  const foundIn = (answer: Answer): readonly { rule: string; severity: string; message: { vi: string } }[] => answer.body.findings;
  const check = async (of: string, content: ReportContent): Promise<ReturnType<typeof foundIn>> => foundIn(await (await api.as('agency', of)).post(`${year.report('Q1', of)}/check`, { content }));

  it('finds a copy of a neighbour’s, names it and says how much is the same', async () => {
    const submitted = await (await api.as('agency', unit)).post(`${year.report('Q1')}/submissions`, { content: reporting(unit, 'Q1', 611, 987) });
    expect(submitted.status).toBe(201);
    const copy = (await check(otherUnit, reporting(otherUnit, 'Q1', 611, 987))).find(({ rule }) => rule === 'copies-neighbour');
    expect(copy).toMatchObject({ severity: 'warning' });
    expect(copy?.message.vi).toMatch(/^100% trong \d+ số liệu so được giống hệt báo cáo cùng kỳ của Sở Nội vụ\.$/);
  });

  it('finds none in figures of its own, and none in the unit’s own report', async () => {
    expect((await check(otherUnit, reporting(otherUnit, 'Q1', 613, 991))).map(({ rule }) => rule)).not.toContain('copies-neighbour');
    expect((await check(unit, reporting(unit, 'Q1', 611, 987))).map(({ rule }) => rule)).not.toContain('copies-neighbour');
  });

  it('finds that a quarter before was never submitted', async () => {
    api.clock.now = atTime('2022-06-16', '10:00');
    await year.openReports('Q2');
    const missing = async (of: string): Promise<unknown> => foundIn(await (await api.as('agency', of)).post(`${year.report('Q2', of)}/check`, { content: reporting(of, 'Q2', 641, 989) })).find(({ rule }) => rule === 'earlier-quarter-missing');
    expect(await missing(unit)).toBeUndefined();
    expect(await missing(otherUnit)).toMatchObject({ severity: 'warning', message: { vi: 'Đơn vị chưa nộp báo cáo quý I, nên số lũy kế của kỳ này không có gì để đối chiếu.' } });
  });
});

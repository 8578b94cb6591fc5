import { describe, expect, it } from 'vitest';
import type { Plan, PlanTable } from '../../domain/plan.ts';
import { loadPlan, loadUnits } from '../../plans/load.ts';

const plan = loadPlan('gia-lai-2022');
const asDomainPlan: Plan = plan;

function target(code: string): Plan['targets'][number] {
  const found = plan.targets.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no target ${code}`);
  return found;
}

function table(id: string): PlanTable {
  const found = plan.tables.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

const sum = ({ rows }: PlanTable): number => rows.reduce((total, { cells }) => total + (typeof cells['amount'] === 'number' ? cells['amount'] : 0), 0);

describe('the 2022 plan of Gia Lai', () => {
  it('has every part, in the counts of the document', () => {
    expect(asDomainPlan.targets).toHaveLength(37);
    expect(plan.tasks.filter(({ id }) => id.startsWith('nv-'))).toHaveLength(13);
    expect(plan.tasks.filter(({ id }) => id.startsWith('tc-'))).toHaveLength(12);
    expect(plan.tasks.filter(({ id }) => id.startsWith('pl03-'))).toHaveLength(47);
    expect(plan.tasks.filter(({ id }) => id.startsWith('pl04-'))).toHaveLength(21);
    expect(plan.results).toHaveLength(26);
    expect(plan.responsibilities).toHaveLength(23);
    expect(plan.legalGrounds).toHaveLength(35);
  });

  it('is run by 20 departments and 17 districts, led by Sở TT&TT', () => {
    const levels = plan.units.map((code) => loadUnits(plan.register).get(code)?.level);
    expect(levels.filter((level) => level === 'department')).toHaveLength(20);
    expect(levels.filter((level) => level === 'district')).toHaveLength(17);
    expect(plan.roles).toEqual({
      secretariat: 'so-tttt',
      committee: 'bcd-cds',
      approver: 'ubnd-tinh',
      leadAppraiser: 'so-tttt',
      appraisers: { technical: 'so-tttt', investment: 'so-khdt', recurrent: 'so-tc', security: 'so-tttt' },
    });
  });

  it('reports on the windows and dates of the reporting rule', () => {
    expect(plan.calendar.periods.map(({ quarter, from, to, due }) => `${quarter} ${from} ${to} ${due}`)).toEqual([
      'Q1 2021-12-15 2022-03-14 2022-03-20',
      'Q2 2022-03-15 2022-06-14 2022-06-20',
      'Q3 2022-06-15 2022-09-14 2022-09-20',
      'Q4 2022-09-15 2022-12-14 2022-12-20',
    ]);
  });
});

describe('its targets', () => {
  it('ask 97, 85 and 65 % of work files of province, district and commune', () => {
    expect(['work-files-province', 'work-files-district', 'work-files-commune'].map((code) => target(code).threshold)).toEqual([97, 85, 65]);
    expect(target('work-files-province').appliesTo.levels).toEqual(['department']);
    expect(target('work-files-district').appliesTo.levels).toEqual(['district']);
    expect(target('work-files-commune').appliesTo.levels).toContain('commune');
  });

  it('read "nhóm 30 tỉnh" as a rank of at most 30', () => {
    expect(target('national-rank')).toMatchObject({ measure: 'rank', comparator: 'at-most', threshold: 30, reportedBy: 'so-tttt' });
  });

  it('carry the thresholds of the document', () => {
    const ratios = plan.targets.filter(({ measure }) => measure === 'ratio').map(({ id, threshold }) => `${id} ${threshold}`);
    expect(ratios).toEqual([
      'ct-04-1 100', 'ct-05-1 100', 'ct-05-2 100', 'ct-05-3 100', 'ct-06-1 45', 'ct-06-2 50', 'ct-06-3 10', 'ct-06-4 50', 'ct-06-5 30', 'ct-07-1 50',
      'ct-08-1 20', 'ct-09-2 100', 'ct-09-3 100', 'ct-09-4 100', 'ct-09-5 50', 'ct-09-6 80', 'ct-10-1 100', 'ct-10-2 97', 'ct-10-3 97', 'ct-10-4 85', 'ct-10-5 65',
      'ct-11-1 100', 'ct-11-2 100', 'ct-12-1 100', 'ct-14-1 100', 'ct-14-2 70', 'ct-14-3 90', 'ct-14-4 100', 'ct-14-5 50', 'ct-14-7 100',
    ]);
  });

  it('state a threshold that stands in the quote, unless the words say all', () => {
    const silent = plan.targets.filter(({ measure, threshold, quote }) => measure !== 'yes-no' && !quote.includes(String(threshold)));
    expect(silent.map(({ id }) => id)).toEqual(['ct-05-2', 'ct-10-1', 'ct-11-2', 'ct-14-1', 'ct-14-4']);
  });
});

describe('its quotations', () => {
  const quotes = [...plan.targets, ...plan.tasks, ...plan.results, ...plan.responsibilities, ...(plan.coverage ?? [])].flatMap(({ quote }) => (quote === undefined ? [] : [quote]));

  it('have at most 40 words, in NFC with single spaces', () => {
    expect(quotes).toHaveLength(223);
    expect(quotes.filter((quote) => quote.split(' ').length > 40 || quote !== quote.normalize('NFC') || quote !== quote.split(/\s+/u).join(' '))).toEqual([]);
  });
});

describe('its tables', () => {
  it('have the rows of the appendices', () => {
    expect(plan.tables.map(({ id, rows }) => [id, rows.filter(({ role }) => role !== 'group').length, rows.filter(({ role }) => role === 'group').length])).toEqual([
      ['pl01', 29, 0],
      ['pl02', 4, 0],
      ['pl03', 47, 6],
      ['pl04', 21, 1],
    ]);
  });

  it('keep amounts and stated totals as printed', () => {
    expect(table('pl01').statedTotals).toEqual([{ column: 'amount', value: 339_495, label: 'TỔNG CỘNG', words: 'Ba trăm ba mươi chín tỷ, bốn trăm chín mươi lăm triệu đồng' }]);
    expect(table('pl02').statedTotals).toEqual([{ column: 'amount', value: 7_710, label: 'TỔNG CỘNG', words: 'Bảy tỷ, bảy trăm mười triệu đồng' }]);
    expect(table('pl04').statedTotals).toBeUndefined();
    expect([sum(table('pl01')), sum(table('pl02')), sum(table('pl04'))]).toEqual([339_495, 7_710, expect.closeTo(23_951.531, 6)]);
    expect(table('pl04').rows.find(({ id }) => id === 'd15')?.cells['amount']).toBe(267.635);
  });

  it('name every district once or more among the district items', () => {
    const named = new Set(table('pl04').rows.map(({ unit }) => unit));
    expect(plan.units.filter((code) => code.startsWith('ubnd-') && !named.has(code))).toEqual([]);
  });
});

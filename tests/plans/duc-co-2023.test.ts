import { describe, expect, it } from 'vitest';
import { loadPlan, loadUnits } from '../../plans/load.ts';
import { badQuotes, getTable, quotesOf, silentTargets, sumOf, tableSizes, thresholdsOf } from './in-plan.ts';

const plan = loadPlan('duc-co-2023');
const task = (id: string): (typeof plan.tasks)[number] | undefined => plan.tasks.find((candidate) => candidate.id === id);
const levelOf = (code: string): string | undefined => loadUnits('duc-co').get(code)?.level;

describe('the 2023 plan of Đức Cơ', () => {
  it('has every part, in the counts of the document', () => {
    expect(plan.targets).toHaveLength(25);
    expect(['nv-', 'tc-', 'pl-', 'dm-'].map((prefix) => plan.tasks.filter(({ id }) => id.startsWith(prefix)).length)).toEqual([25, 5, 19, 7]);
    expect(plan.results).toHaveLength(23);
    expect(plan.responsibilities).toHaveLength(16);
    expect(plan.legalGrounds).toHaveLength(36);
    expect(tableSizes(plan)).toEqual([['phu-luc', 19, 3], ['bieu-mau-01', 7, 3], ['danh-muc-2023', 7, 4]]);
  });

  it('is run by the named offices of the district and its ten communes', () => {
    expect(plan.units.map(levelOf).filter((level) => level === 'district')).toHaveLength(10);
    expect(plan.units.map(levelOf).filter((level) => level === 'commune')).toHaveLength(10);
    expect(plan.roles).toMatchObject({ secretariat: 'p-vhtt-duc-co', approver: 'ubnd-duc-co' });
  });

  it('takes the communes’ plans by the date that it prints', () => {
    expect(plan.calendar.draftsDue).toBe('2022-12-15');
  });

  it('carries the thresholds of the document', () => {
    const { 'procedures-on-portal 2023': procedures, 'files-on-time 2023': onTime, 'citizens-satisfied 2023': satisfied, 'procedures-cut 2023': cut, 'files-online 2023': online, ...rest } = thresholdsOf(plan);
    expect([procedures, onTime, satisfied, cut, online]).toEqual([90, 99, 90, 20, 60]);
    expect([rest['work-files-district 2023'], rest['work-files-commune 2023']]).toEqual([95, 90]);
    expect(Object.values(rest).filter((threshold) => threshold !== 100)).toEqual([95, 90]);
    expect(plan.targets.filter(({ comparator }) => comparator === 'more-than').map(({ code }) => code)).toEqual(['work-files-district', 'work-files-commune']);
  });

  it('quotes at most 40 words, in NFC with single spaces; one target says all in words', () => {
    expect(quotesOf(plan)).toHaveLength(140);
    expect(badQuotes(plan)).toEqual([]);
    expect(silentTargets(plan)).toEqual(['ct-pl-i-08']);
  });
});

describe('its monitoring appendix', () => {
  it('gives each task its lead, coordinating and executing units', () => {
    expect(task('pl-i-03')).toMatchObject({ lead: ['vp-hdnd-ubnd-duc-co'], coordinating: ['p-nv-duc-co'] });
    expect(task('pl-i-03')?.executing).toHaveLength(18);
    expect(task('pl-i-14')).toMatchObject({ lead: ['vp-hdnd-ubnd-duc-co'], executing: ['tt-y-te-duc-co'] });
    expect(task('pl-iii-01')?.coordinating).toHaveLength(10);
  });

  it('keeps the two rows without a lead unit', () => {
    expect(plan.tasks.filter(({ lead }) => lead.length === 0).map(({ id }) => id)).toEqual(['pl-i-04', 'pl-ii-01']);
  });
});

describe('its budgets', () => {
  const of2022 = getTable(plan, 'bieu-mau-01');
  const of2023 = getTable(plan, 'danh-muc-2023');
  const figure = (table: typeof of2022, id: string): unknown => table.rows.find((row) => row.id === id)?.cells['amount'];

  it('keep figures and totals as printed, mistakes included', () => {
    expect(['i', 'ii', 'iii'].map((id) => [figure(of2022, id), sumOf(of2022, 'amount', id)])).toEqual([[601.586, 531.105636], [136, 136], [636.72, 626.72]]);
    expect(['i', 'ii', 'iii', 'iv'].map((id) => [figure(of2023, id), sumOf(of2023, 'amount', id)])).toEqual([[170, 170], [127, 136], [10, 10], [250, 250]]);
    expect([of2022, of2023].map((table) => table.statedTotals?.map(({ value }) => value))).toEqual([[1374.306], [557, 557]]);
    expect([sumOf(of2022, 'amount'), sumOf(of2023, 'amount')]).toEqual([1293.825636, 566]);
  });

  it('keep the letters of figures written two ways', () => {
    expect(of2022.rows.find(({ id }) => id === 'i-02')?.printed).toEqual({ amount: '201,519.636' });
    expect(of2022.statedTotals).toMatchObject([{ printed: '1.374.306', words: 'Một tỷ, ba trăm bảy mươi bốn triệu, ba trăm lẻ sáu nghìn đồng' }]);
  });
});

describe('the register of Đức Cơ', () => {
  it('names the district as the register of the province does', () => {
    expect(loadUnits('duc-co').get('ubnd-duc-co')).toEqual(loadUnits('gia-lai').get('ubnd-duc-co'));
  });

  it('has ten communes and towns, which leave it with the district', () => {
    const communes = [...loadUnits('duc-co').values()].filter(({ level }) => level === 'commune');
    expect(communes).toHaveLength(10);
    expect(communes.every(({ parent, validTo }) => parent === 'ubnd-duc-co' && validTo === '2025-06-30')).toBe(true);
  });
});

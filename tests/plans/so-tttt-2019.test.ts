import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../plans/load.ts';
import { badQuotes, getTable, quotesOf, silentTargets, sumOf, tableSizes, thresholdsOf } from './in-plan.ts';

const plan = loadPlan('so-tttt-2019');
const task = (id: string): (typeof plan.tasks)[number] | undefined => plan.tasks.find((candidate) => candidate.id === id);

describe('the 2019 plan of Sở TT&TT', () => {
  it('has every part, in the counts of the document', () => {
    expect(plan.targets).toHaveLength(16);
    expect(['pl-i-', 'pl-ii-', 'pl-iii-', 'nv-'].map((prefix) => plan.tasks.filter(({ id }) => id.startsWith(prefix)).length)).toEqual([30, 7, 3, 47]);
    expect(plan.results).toEqual([]);
    expect(plan.responsibilities).toHaveLength(26);
    expect(plan.legalGrounds).toHaveLength(34);
    expect(tableSizes(plan)).toEqual([['phu-luc', 40, 3]]);
  });

  it('is run by the department and its centre', () => {
    expect([plan.symbol, plan.issuedOn, plan.level]).toEqual(['23/KH-STTTT', '2019-02-26', 'department']);
    expect(plan.units).toEqual(['so-tttt', 'tt-cntt-tt']);
    expect(new Set(plan.targets.map(({ reportedBy }) => reportedBy))).toEqual(new Set(['so-tttt']));
  });

  it('differs from the province’s plan of the year in two thresholds of the targets they share', () => {
    const [own, province] = [thresholdsOf(plan), thresholdsOf(loadPlan('gia-lai-2019'))];
    const shared = Object.keys(own).filter((code) => code in province);
    expect(shared).toHaveLength(13);
    expect(shared.filter((code) => own[code] !== province[code])).toEqual(['online-meetings 2019', 'conference-communes 2019']);
    expect([own['online-meetings 2019'], own['conference-communes 2019'], own['telecom-revenue 2019'], own['services-share-level-4 2019']]).toEqual([70, 50, 1705, 30]);
  });

  it('quotes at most 40 words, in NFC with single spaces; all but three quotes state the threshold', () => {
    expect(quotesOf(plan)).toHaveLength(155);
    expect(badQuotes(plan)).toEqual([]);
    expect(silentTargets(plan)).toEqual(['ct-1-01-4', 'ct-1-01-6', 'ct-2-1']);
  });
});

describe('its appendix', () => {
  it('keeps the deadlines, month by month', () => {
    expect(task('pl-i-01')).toMatchObject({ due: '2019-03-31', time: 'Tháng 3 năm 2019', coordinating: ['vp-ubnd'] });
    expect(task('pl-iii-01')).toMatchObject({ due: '2019-02-28', time: 'Tháng 2/2019' });
    expect(plan.tasks.filter(({ due }) => due === undefined).map(({ id }) => id)).toEqual(['pl-i-14', 'pl-i-15', 'pl-i-16']);
  });

  it('names units of the province, groups written out without the lead', () => {
    expect(task('pl-i-05')?.coordinating).toHaveLength(36);
    expect(task('pl-i-19')?.lead).toEqual(['so-tttt', 'ubnd-pleiku']);
    expect(task('pl-i-12')?.coordinating).toEqual(['tinh-doan', 'so-nv', 'so-gddt', 'so-khcn', 'dai-ptth']);
  });

  it('keeps the row in which the lead coordinates itself', () => {
    expect(task('pl-ii-06')).toMatchObject({ lead: ['so-tttt'], coordinating: ['so-tttt'] });
  });

  it('keeps amounts in thousands of đồng, as printed; it prints no total', () => {
    const table = getTable(plan, 'phu-luc');
    expect(table.statedTotals).toBeUndefined();
    expect(table.rows.find(({ id }) => id === 'i-14')?.cells).toMatchObject({ amount: 11_753_408 });
    expect(table.rows.find(({ id }) => id === 'i-17')?.cells).toMatchObject({ amount: null });
    expect(sumOf(table, 'amount')).toBe(46_352_571);
  });
});

import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../plans/load.ts';
import { badQuotes, quotesOf, silentTargets, tableSizes, thresholdsOf } from './in-plan.ts';

const plan = loadPlan('gia-lai-nq17');
const task = (id: string): (typeof plan.tasks)[number] | undefined => plan.tasks.find((candidate) => candidate.id === id);

describe('the action plan for Resolution 17/NQ-CP', () => {
  it('has every part, in the counts of the document', () => {
    expect([2020, 2022, 2025].map((year) => plan.targets.filter(({ dueYear }) => dueYear === year).length)).toEqual([23, 1, 15]);
    expect(plan.tasks).toHaveLength(34);
    expect(plan.results).toEqual([]);
    expect(plan.responsibilities).toHaveLength(16);
    expect(plan.legalGrounds).toHaveLength(13);
    expect(tableSizes(plan)).toEqual([['danh-muc', 34, 6]]);
  });

  it('raises what it asks of both stages, under one code', () => {
    const of = thresholdsOf(plan);
    const both = ['digital-identity', 'files-online', 'services-integrated', 'work-files-province', 'work-files-district', 'work-files-commune', 'periodic-reports', 'national-rank'];
    expect(both.map((code) => [of[`${code} 2020`], of[`${code} 2025`]])).toEqual([[20, 40], [20, 50], [30, 50], [90, 90], [70, 80], [30, 60], [30, 80], [30, 20]]);
  });

  it('shares its codes with the plan of 2022 where the target is the same', () => {
    const later = new Set(loadPlan('gia-lai-2022').targets.map(({ code }) => code));
    expect(new Set(plan.targets.map(({ code }) => code).filter((code) => later.has(code))).size).toBe(18);
  });

  it('begins its reports with the second quarter of 2019', () => {
    expect(plan.calendar.periods.map(({ quarter, from, to, due }) => `${quarter} ${from} ${to} ${due}`)).toEqual([
      'Q2 2019-03-15 2019-06-14 2019-06-20',
      'Q3 2019-06-15 2019-09-14 2019-09-20',
      'Q4 2019-09-15 2019-12-14 2019-12-20',
    ]);
  });

  it('quotes at most 40 words, in NFC with single spaces, and states each threshold', () => {
    expect(quotesOf(plan)).toHaveLength(111);
    expect(badQuotes(plan)).toEqual([]);
    expect(silentTargets(plan)).toEqual([]);
  });
});

describe('its tasks', () => {
  it('name their units by code, groups written out', () => {
    expect(task('dm-i-04')?.lead).toEqual(['cong-an-tinh']);
    expect(task('dm-ii-03')?.lead).toEqual(['cong-an-tinh', 'so-khdt', 'so-tnmt']);
    expect(task('dm-ii-07')?.lead).toHaveLength(37);
    expect(task('dm-vi-01')).toMatchObject({ coordinating: ['so-tttt'] });
    expect(task('dm-vi-01')?.lead).toHaveLength(36);
    expect(task('dm-vii')?.lead).toEqual([]);
  });

  it('keep the months and years of the document', () => {
    expect(task('dm-i-01')).toMatchObject({ due: '2019-12-31', time: 'Tháng 12/2019' });
    expect(task('dm-ii-02')).toMatchObject({ start: '2019-01-01', due: '2025-12-31', time: '2019; 2021 - 2025' });
    expect(task('dm-iv-02')).toMatchObject({ start: '2021-01-01', due: '2025-12-31' });
  });
});

import { describe, expect, it } from 'vitest';
import { seededCalendarDays } from '../../domain/holidays.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { listPlans, loadPlan, planIds } from '../../plans/load.ts';
import { badQuotes } from './in-plan.ts';

const plans = planIds().map(loadPlan);
const targets = plans.flatMap((plan) => plan.targets);

describe('the five plans', () => {
  it('all load, newest first', () => {
    expect(listPlans().map(({ id, register }) => `${id} ${register}`)).toEqual(['duc-co-2023 duc-co', 'gia-lai-2022 gia-lai', 'gia-lai-2019 gia-lai', 'gia-lai-nq17 gia-lai', 'so-tttt-2019 gia-lai']);
  });

  it('measure one code in one way, under one name', () => {
    const ways = new Map<string, Set<string>>();
    for (const { code, measure, unit, name } of targets) ways.set(code, (ways.get(code) ?? new Set()).add([measure, unit, name].join(' | ')));
    expect([...ways].filter(([, found]) => found.size > 1).map(([code, found]) => [code, ...found])).toEqual([]);
  });

  it('tie results only to codes that some plan has', () => {
    const codes = new Set(targets.map(({ code }) => code));
    expect(plans.flatMap(({ results }) => results).filter(({ targetCode }) => targetCode !== undefined && !codes.has(targetCode))).toEqual([]);
  });

  it('quote as the rule says', () => {
    expect(plans.flatMap(badQuotes)).toEqual([]);
  });

  it.each(plans)('$id has no mere head of a group that prints figures', ({ tables }) => {
    expect(tables.flatMap(({ rows }) => rows.filter(({ role, cells }) => role === 'group' && Object.values(cells).some((cell) => typeof cell === 'number')))).toEqual([]);
  });

  it.each(plans.filter(({ id }) => id !== 'gia-lai-2022'))('$id opens and closes on working days', ({ calendar: { guidance, draftsDue, appraisalDue, approvalDue, closing } }) => {
    const calendar = workingCalendar(seededCalendarDays);
    expect([guidance, draftsDue, appraisalDue, approvalDue, closing].filter((date) => !calendar.isWorkingDay(date))).toEqual([]);
  });
});

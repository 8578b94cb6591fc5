import { describe, expect, it } from 'vitest';
import { castOf } from '../../cli/rehearse/cast.ts';
import { momentsOf } from '../../cli/rehearse/script/moments.ts';
import { paceOf } from '../../cli/rehearse/script/pace.ts';
import { planScript, type ScriptDates } from '../../cli/rehearse/script/plan-script.ts';
import { reportScript } from '../../cli/rehearse/script/report-script.ts';
import { calendarAt, realAt } from '../../domain/cycle-clock.ts';
import { defaultAllowances, defaultLadder, defaultQuietHours } from '../../domain/cycle.ts';
import { seededCalendarDays } from '../../domain/holidays.ts';
import { endOfDay, dateOf, startOfDay } from '../../domain/plain-date.ts';
import { quarters } from '../../domain/plan.ts';
import { rehearsalClock } from '../../domain/rehearsal-clock.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { loadPlan } from '../../plans/load.ts';

describe.each(['gia-lai-2022', 'gia-lai-2019', 'duc-co-2023'])('the year of %s', (id) => {
  const plan = loadPlan(id);
  const dates: ScriptDates = { settings: { calendar: plan.calendar, roles: plan.roles, allowances: defaultAllowances, quietHours: defaultQuietHours, ladder: defaultLadder, shardSize: 200 }, calendar: workingCalendar(seededCalendarDays), seed: 1 };
  const cast = castOf(plan.units, 1);
  const scripts = cast.map((character) => ({ character, plan: planScript(character, dates), reports: quarters.map((quarter) => reportScript(character, quarter, dates)) }));
  const steps = scripts.flatMap((script) => [...script.plan, ...script.reports.flat()]);

  describe('its script', () => {
    it('runs in order for each duty', () => {
      for (const script of scripts) {
        for (const each of [script.plan, ...script.reports]) expect(each.map((step) => step.at)).toEqual(each.map((step) => step.at).toSorted((a, b) => a - b));
      }
    });

    it('has everyone act on working days', () => {
      for (const step of steps) expect([dateOf(step.at), dates.calendar.isWorkingDay(dateOf(step.at))]).toEqual([dateOf(step.at), true]);
    });

    it('lets late units alone submit after the due date', () => {
      for (const { character, plan: planned } of scripts) {
        const first = planned.find((step) => step.act.kind === 'submit');
        if (first) expect([character.unit, dateOf(first.at) > plan.calendar.draftsDue]).toEqual([character.unit, character.plan === 'late']);
      }
    });

    it('brings every plan to its end before the approval date, whatever parts fall to its unit', () => {
      for (let seed = 1; seed <= 40; seed += 1) {
        for (const character of castOf(plan.units, seed)) {
          for (const step of planScript(character, { ...dates, seed })) expect([seed, step.unit, dateOf(step.at) < plan.calendar.approvalDue]).toEqual([seed, step.unit, true]);
        }
      }
    });

    it('ends each plan as its fate says', () => {
      for (const { character, plan: planned } of scripts) {
        const last = planned.at(-1)?.act;
        expect([character.unit, last]).toEqual([character.unit, character.plan === 'silent' ? undefined : { kind: 'decide', decision: character.fate === 'refused' ? 'refuse' : 'approve' }]);
      }
    });

    it('sends nothing for a missing report and corrects after the round has closed', () => {
      for (const { character, reports } of scripts) {
        quarters.forEach((quarter, index) => {
          const script = reports[index] ?? [];
          if (character.reports[quarter] === 'missing') expect(script).toEqual([]);
          expect(script.some((step) => step.act.kind === 'correct')).toBe(character.corrects === quarter);
        });
      }
    });
  });

  describe('its pace', () => {
    const moments = momentsOf(steps, dates, cast.length);
    const from = startOfDay(plan.calendar.guidance);
    const to = endOfDay(plan.calendar.closing) + 3_600_000;
    const pace = paceOf({ moments, from, to, startReal: 1_000_000 });
    const clock = rehearsalClock(pace);

    it('lives the year in less than five minutes', () => expect(pace.totalRealMs).toBeLessThan(285_000));
    it('gives each moment the time that it needs before the next', () => {
      moments.slice(0, -1).forEach((moment, index) => {
        const next = moments[index + 1]?.at ?? Infinity;
        expect(realAt(clock, next) - realAt(clock, moment.at)).toBeGreaterThanOrEqual(moment.needMs - 2);
      });
    });
    it('reaches the end of the year at its end', () => expect(calendarAt(clock, pace.startReal + pace.totalRealMs)).toBe(to));
    it('can be hurried', () => expect(paceOf({ moments, from, to, startReal: 0, totalRealMs: 60_000 })).toMatchObject({ totalRealMs: 60_000, ease: expect.closeTo(0.25, 0) }));
  });
});

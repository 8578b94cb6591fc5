import { describe, expect, it } from 'vitest';
import { castOf } from '../../cli/rehearse/cast.ts';
import { mend } from '../../cli/rehearse/content/mend.ts';
import { bareReport, reportSlips, planSlips, timidPlan } from '../../cli/rehearse/content/mistakes.ts';
import { fillPlan } from '../../cli/rehearse/content/plan-content.ts';
import { fillReport } from '../../cli/rehearse/content/report-content.ts';
import type { CheckInput } from '../../domain/check.ts';
import { atTime } from '../../domain/plain-date.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import { prefillPlan, prefillReport } from '../../domain/prefill.ts';
import type { PlanContent, ReportContent, SubmissionContent } from '../../domain/submission.ts';
import { findingsOf, type Verdict } from '../../domain/verdict.ts';
import { loadPlan, loadUnits } from '../../plans/load.ts';
import { createChecker } from '../../rules/check.ts';

describe.each(['gia-lai-2022', 'gia-lai-2019', 'duc-co-2023'])('a rehearsal of %s', (id) => {
  const plan = loadPlan(id);
  const units = loadUnits(plan.register);
  const seed = 1;
  const cast = castOf(plan.units, seed);
  const check = createChecker();

  const unitOf = (code: string) => {
    const unit = units.get(code);
    if (!unit) throw new Error(`No unit ${code}`);
    return unit;
  };

  function judge(content: SubmissionContent, history: CheckInput['history'] = {}, quarter?: Quarter): Promise<Verdict> {
    const period = plan.calendar.periods.find((each) => each.quarter === quarter);
    return check({
      content, plan, unit: unitOf(content.unit), units, cycleUnits: new Set(plan.units), at: atTime(period?.due ?? plan.calendar.draftsDue, '09:30'), history, waivers: [],
      ...(period ? { period: { ...period, id: `${plan.year}-${period.quarter}` } } : {}),
    });
  }

  const blocking = (verdict: Verdict) => findingsOf(verdict).filter((finding) => finding.severity === 'blocking').map((finding) => `${finding.rule} ${finding.pointers.join(' ')}`);
  const planOf = (character: (typeof cast)[number]): PlanContent => fillPlan(prefillPlan({ plan, unit: unitOf(character.unit) }), { plan, character, seed, round: 1 });

  async function yearOf(character: (typeof cast)[number]) {
    const approvedPlan = planOf(character);
    const reports: { quarter: Quarter; truth: ReportContent; history: CheckInput['history'] }[] = [];
    for (const quarter of quarters) {
      const previous = reports.at(-1)?.truth;
      const period = plan.calendar.periods.find((each) => each.quarter === quarter);
      if (!period) throw new Error(quarter);
      const form = prefillReport({ plan, unit: unitOf(character.unit), period: { ...period, id: `${plan.year}-${quarter}` }, approvedPlan, ...(previous ? { previous } : {}) });
      const truth = fillReport(form, { plan, character, quarter, seed, ownPlan: approvedPlan });
      reports.push({ quarter, truth, history: { approvedPlan, ...(previous ? { previousReport: previous } : {}) } });
    }
    return reports;
  }

  describe('what its units write', () => {
    it.each(cast)('$unit: its plan passes the check', async (character) => expect(blocking(await judge(planOf(character)))).toEqual([]));

    it.each(cast)('$unit: its four reports pass the check', async (character) => {
      for (const { quarter, truth, history } of await yearOf(character)) expect([quarter, ...blocking(await judge(truth, history, quarter))]).toEqual([quarter]);
    });

    it('is the same for the same seed', () => expect(cast.map(planOf)).toEqual(cast.map(planOf)));
  });

  async function mended<Content extends SubmissionContent>(slip: Content, truth: Content, history: CheckInput['history'] = {}, quarter?: Quarter): Promise<readonly string[]> {
    const first = await judge(slip, history, quarter);
    expect(first.outcome).toBe('blocked');
    const pointers = findingsOf(first).filter((finding) => finding.severity === 'blocking').flatMap((finding) => finding.pointers);
    return blocking(await judge(mend(slip, truth, pointers), history, quarter));
  }

  describe('a sloppy unit', () => {
    it.each(planSlips.map((slip, index) => [index, slip] as const))('plan slip %i is refused, and mended by what the findings point to', async (_, slip) => {
      for (const character of cast) expect(await mended(slip(planOf(character)), planOf(character))).toEqual([]);
    });

    it.each(reportSlips.map((slip, index) => [index, slip] as const))('report slip %i is refused, and mended by what the findings point to', async (_, slip) => {
      for (const character of cast) {
        for (const { quarter, truth, history } of await yearOf(character)) expect(await mended(slip(truth), truth, history, quarter)).toEqual([]);
      }
    });
  });

  describe('a unit with something to look at', () => {
    it('may submit its plan, with warnings', async () => {
      for (const character of cast) expect((await judge(timidPlan(planOf(character)))).counts).toMatchObject({ blocking: 0 });
    });
    it('may submit its report, with warnings', async () => {
      for (const character of cast) for (const { quarter, truth, history } of await yearOf(character)) expect((await judge(bareReport(truth), history, quarter)).counts).toMatchObject({ blocking: 0 });
    });
  });
});

import type { CheckInput } from '../../domain/check.ts';
import { planDutyId, periodId, reportDutyId } from '../../domain/ids.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Submission } from '../../domain/duty.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { findingsOf, type Finding, type Verdict } from '../../domain/verdict.ts';
import type { Caller } from './caller.ts';
import { planOf, previousQuarter, reportOf } from './contents.ts';
import type { Desk } from './desk.ts';
import { readDraft } from './draft-content.ts';
import { assertFits } from './fits.ts';
import { authorise, stand, type Place, type Stand } from './place.ts';

export interface CheckAnswer {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Checks content without storing anything: `content`, or the unit's draft as it stands. */
export async function checkContent(desk: Desk, caller: Caller, { place, content }: { place: Place; content?: SubmissionContent }): Promise<CheckAnswer> {
  const here = await stand(desk, place);
  authorise(caller, 'check.run', here.cycle, here.duty.unit);
  const given = content ?? (await readDraft(desk, here)).content;
  const { verdict } = await judge(desk, here, given);
  return { verdict, findings: findingsOf(verdict) };
}

export interface Judged {
  readonly verdict: Verdict;
  /** The duty's latest submission so far. */
  readonly latest: Submission | undefined;
}

/** Reads what a check looks at and runs it. Throws when the content is not this duty's at all. */
export async function judge(desk: Desk, here: Stand, content: SubmissionContent): Promise<Judged> {
  const { duty, cycle, at } = here;
  const { registers } = desk;
  const plan = await registers.plan(cycle.planHash);
  assertFits(content, here, plan);
  const units = await registers.units();
  const unit = units.get(duty.unit);
  if (!unit) throw new Refused('unknown-unit', { figures: { unit: duty.unit } });
  const { latest, history } = await readHistory(desk, here);
  const period = cycle.settings.calendar.periods.find(({ quarter }) => quarter === duty.quarter);
  const verdict = await desk.check({
    content,
    plan,
    unit,
    units,
    cycleUnits: await registers.members(cycle.id),
    ...(period ? { period: { ...period, id: periodId(cycle.year, period.quarter) } } : {}),
    at,
    history,
    waivers: (await registers.waivers(cycle.id)).filter((waiver) => waiver.unit === duty.unit),
    calendarDays: await registers.calendarDays(),
  });
  return { verdict, latest };
}

async function readHistory(desk: Desk, { duty, cycle }: Stand): Promise<{ latest: Submission | undefined; history: CheckInput['history'] }> {
  const { read } = desk.record;
  if (duty.quarter === null) {
    const lastCycle = await desk.registers.cycleOf(cycle.year - 1);
    const lastDuty = lastCycle && planDutyId(lastCycle, duty.unit);
    const found = await read.submissions.latestOfMany(lastDuty ? [duty.id, lastDuty] : [duty.id]);
    const lastYearPlan = planOf(lastDuty && found.get(lastDuty));
    return { latest: found.get(duty.id), history: lastYearPlan ? { lastYearPlan } : {} };
  }
  const plan = planDutyId(cycle.id, duty.unit);
  const before = previousQuarter(duty.quarter);
  const previous = before && reportDutyId(cycle.id, before, duty.unit);
  const found = await read.submissions.latestOfMany([duty.id, plan, ...(previous ? [previous] : [])]);
  const planDuty = await read.duties.find(plan);
  const approvedPlan = planDuty?.state === 'approved' ? planOf(found.get(plan)) : undefined;
  const previousReport = reportOf(previous && found.get(previous));
  return { latest: found.get(duty.id), history: { ...(approvedPlan ? { approvedPlan } : {}), ...(previousReport ? { previousReport } : {}) } };
}

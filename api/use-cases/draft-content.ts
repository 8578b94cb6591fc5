import type { Draft } from '../../domain/duty.ts';
import { periodId, planDutyId, reportDutyId } from '../../domain/ids.ts';
import { prefillPlan, prefillReport, type LastYear } from '../../domain/prefill.ts';
import { Refused } from '../../domain/refusals.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { planOf, previousQuarter, reportOf } from './contents.ts';
import type { Desk } from './desk.ts';
import type { Stand } from './place.ts';

/** A draft as its author finds it. Version 0 while nothing is stored: it is computed from the record each time. */
export type ReadDraft = Pick<Draft, 'duty' | 'version' | 'content'> & {
  readonly origin: 'stored' | 'submission' | 'prefilled';
  readonly savedAt: number | null;
  /** Account that saved or submitted what is shown. */
  readonly savedBy: string | null;
};

/** What was saved last; after a submission that was not typed as a draft, that submission; else what the record can fill in. */
export async function readDraft(desk: Desk, here: Stand): Promise<ReadDraft> {
  const { read } = desk.record;
  const stored = await read.drafts.find(here.duty.id);
  const latest = await read.submissions.latestOf(here.duty.id);
  const version = stored?.version ?? 0;
  if (stored && (!latest || stored.savedAt >= latest.submittedAt)) {
    return { duty: here.duty.id, version, content: stored.content, origin: 'stored', savedAt: stored.savedAt, savedBy: stored.savedBy };
  }
  if (latest) return { duty: here.duty.id, version, content: latest.content, origin: 'submission', savedAt: latest.submittedAt, savedBy: latest.submittedBy };
  return { duty: here.duty.id, version, content: await prefill(desk, here), origin: 'prefilled', savedAt: null, savedBy: null };
}

async function prefill(desk: Desk, { duty, cycle }: Stand): Promise<SubmissionContent> {
  const { read } = desk.record;
  const plan = await desk.registers.plan(cycle.planHash);
  const unit = (await desk.registers.units()).get(duty.unit);
  if (!unit) throw new Refused('unknown-unit', { figures: { unit: duty.unit } });
  if (duty.quarter === null) return prefillPlan({ plan, unit, lastYear: await lastYear(desk, cycle.year - 1, duty.unit) });

  const period = cycle.settings.calendar.periods.find(({ quarter }) => quarter === duty.quarter);
  if (!period) throw new Refused('not-found', { figures: { subject: duty.id } });
  const before = previousQuarter(duty.quarter);
  const approvedPlan = await approvedPlanOf(desk, cycle.id, duty.unit);
  const previous = before && reportOf(await read.submissions.latestOf(reportDutyId(cycle.id, before, duty.unit)));
  return prefillReport({ plan, unit, period: { ...period, id: periodId(cycle.year, duty.quarter) }, ...(approvedPlan ? { approvedPlan } : {}), ...(previous ? { previous } : {}) });
}

async function approvedPlanOf(desk: Desk, cycle: string, unit: string) {
  const { read } = desk.record;
  const duty = await read.duties.find(planDutyId(cycle, unit));
  return duty?.state === 'approved' ? planOf(await read.submissions.latestOf(duty.id)) : undefined;
}

async function lastYear(desk: Desk, year: number, unit: string): Promise<LastYear> {
  const cycle = await desk.registers.cycleOf(year);
  if (!cycle) return {};
  const plan = await approvedPlanOf(desk, cycle, unit);
  const report = reportOf(await desk.record.read.submissions.latestOf(reportDutyId(cycle, 'Q4', unit)));
  return { ...(plan ? { plan } : {}), ...(report ? { report } : {}) };
}

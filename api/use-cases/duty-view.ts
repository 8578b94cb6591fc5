import { actPermissions } from '../../domain/act-table.ts';
import { partsOf, type Cycle } from '../../domain/cycle.ts';
import type { Decision, Duty, Opinion, Submission } from '../../domain/duty.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { possibleActs, type Act } from '../../domain/stages.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { authorise, stand, type Place } from './place.ts';

export type SubmissionSummary = Omit<Submission, 'content' | 'verdict'> & { readonly verdict: Pick<Verdict, 'outcome' | 'counts' | 'rulesetVersion'> };
/** `stale`: it judged content that has been replaced since. */
export type OpinionView = Opinion & { readonly stale: boolean };

export interface DutyView {
  readonly duty: Duty;
  readonly rehearsal: boolean;
  readonly opinions: readonly OpinionView[];
  readonly decisions: readonly Decision[];
  readonly submissions: readonly SubmissionSummary[];
  /** What the caller may do now. */
  readonly possible: readonly Act[];
}

export async function viewDuty(desk: Desk, caller: Caller, place: Place): Promise<DutyView> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'duty.read', cycle, duty.unit);
  const { read } = desk.record;
  const opinions = duty.kind === 'plan' ? await read.opinions.listOf(duty.id) : [];
  return {
    duty,
    rehearsal: cycle.rehearsal,
    opinions: opinions.map((opinion) => ({ ...opinion, stale: opinion.contentHash !== duty.contentHash })),
    decisions: await read.decisions.listOf(duty.id),
    submissions: (await read.submissions.listOf(duty.id)).map(summaryOf),
    possible: possibleFor(caller, cycle, duty),
  };
}

export function possibleFor(caller: Caller, cycle: Cycle, duty: Duty): readonly Act[] {
  if (cycle.pausedAt !== null || cycle.state === 'cancelled') return [];
  const subject = { unit: duty.unit, parts: partsOf(cycle.settings.roles) };
  return possibleActs(duty.kind, duty.state).filter((act) => {
    const permission = actPermissions[duty.kind][act];
    return permission !== 'system' && act !== 'cancel' && (cycle.state !== 'closed' || act === 'correct') && isAllowed(caller.actor, permission, subject);
  });
}

export function summaryOf({ content: _, verdict, ...rest }: Submission): SubmissionSummary {
  return { ...rest, verdict: { outcome: verdict.outcome, counts: verdict.counts, rulesetVersion: verdict.rulesetVersion } };
}

export async function listSubmissions(desk: Desk, caller: Caller, place: Place): Promise<readonly SubmissionSummary[]> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'submission.read', cycle, duty.unit);
  return (await desk.record.read.submissions.listOf(duty.id)).map(summaryOf);
}

export async function getSubmission(desk: Desk, caller: Caller, place: Place, number: number): Promise<Submission> {
  const { duty, cycle } = await stand(desk, place);
  authorise(caller, 'submission.read', cycle, duty.unit);
  const found = (await desk.record.read.submissions.listOf(duty.id)).find((submission) => submission.number === number);
  if (!found) throw new Refused('not-found', { figures: { subject: `${duty.id}/v${number}` } });
  return found;
}

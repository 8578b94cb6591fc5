import { dateOf } from '../../domain/plain-date.ts';
import type { Duty, Submission } from '../../domain/duty.ts';
import { figureMarks } from '../../domain/figure-marks.ts';
import { contentHash } from '../../domain/content-hash.ts';
import { submissionId } from '../../domain/ids.ts';
import { Refused } from '../../domain/refusals.ts';
import { isOpen, possibleActs } from '../../domain/stages.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { findingsOf, type Finding, type Verdict } from '../../domain/verdict.ts';
import type { Caller } from './caller.ts';
import { changedPointers } from './changes.ts';
import { judge } from './checking.ts';
import { commit, type Desk } from './desk.ts';
import { readDraft } from './draft-content.ts';
import { authorise, stand, type Place, type Stand } from './place.ts';

/** Proof of what was recorded, with the warnings that travel along. */
export interface Receipt extends Pick<Submission, 'number' | 'round' | 'hash' | 'changes' | 'submittedAt' | 'submittedBy' | 'correction'> {
  readonly submission: string;
  readonly duty: Pick<Duty, 'id' | 'state' | 'version' | 'due' | 'late'>;
  readonly verdict: Pick<Verdict, 'outcome' | 'counts' | 'rulesetVersion'>;
  readonly warnings: readonly Finding[];
}

export interface Submit {
  readonly place: Place;
  /** What is submitted; absent: the draft, which must then be of `draftVersion`. */
  readonly content?: SubmissionContent;
  readonly draftVersion?: number;
}

/** Records a submission. Blocking findings refuse it (`check-blocked`) and say why; warnings travel in the receipt. */
export async function submit(desk: Desk, caller: Caller, { place, content, draftVersion }: Submit): Promise<Receipt> {
  const here = await stand(desk, place);
  authorise(caller, here.duty.kind === 'plan' ? 'plan.submit' : 'report.submit', here.cycle, here.duty.unit);
  assertNotClosed(here);
  const given = content ?? (await draftOf(desk, here, draftVersion));
  const late = here.duty.late || dateOf(here.at) > here.duty.unitDue;
  return record(desk, caller, { here, content: given, act: 'submit', reason: null, late });
}

async function draftOf(desk: Desk, here: Stand, expected: number | undefined): Promise<SubmissionContent> {
  if (expected === undefined) throw new Refused('version-required');
  const draft = await readDraft(desk, here);
  if (draft.version !== expected) throw new Refused('stale-version', { figures: { subject: here.duty.id, expected, actual: draft.version }, detail: { current: draft } });
  return draft.content;
}

/** A report whose period has been closed is not merely in another stage: what is possible is a correction. */
function assertNotClosed({ duty }: Stand): void {
  if (isOpen(duty.kind, duty.state)) return;
  throw new Refused('period-closed', { figures: { subject: duty.id, state: duty.state }, possible: possibleActs(duty.kind, duty.state) });
}

export interface Recording {
  readonly here: Stand;
  readonly content: SubmissionContent;
  readonly act: 'submit' | 'correct';
  readonly reason: string | null;
  readonly late: boolean;
}

/** Checks, then writes state, submission, audit row and message in one transaction. */
export async function record(desk: Desk, caller: Caller, { here, content, act, reason, late }: Recording, alongside?: (submission: Submission, latest: Submission | undefined) => AlongsideWrite): Promise<Receipt> {
  const { duty, cycle, at } = here;
  const { verdict, latest } = await judge(desk, here, content);
  if (verdict.outcome === 'blocked') throw blocked(verdict);
  const number = (latest?.number ?? 0) + 1;
  const hash = contentHash(content);
  const submission: Submission = {
    id: submissionId(duty.id, number), duty: duty.id, cycle: cycle.id, unit: duty.unit, kind: duty.kind, quarter: duty.quarter, number, round: duty.round,
    correction: act === 'correct', reason, content, hash, changes: latest ? changedPointers(latest.content, content) : [], submittedAt: at, submittedBy: caller.actor.id, verdict,
  };
  const extra = alongside?.(submission, latest);
  return commit(desk, caller, async (tx) => {
    const { duty: after } = await actOnDuty(tx, {
      duty: duty.id, act, actor: caller.actor, at, expectedVersion: duty.version,
      changes: { submission: submission.id, contentHash: hash, submittedAt: at, late },
      details: { submission: submission.id, hash, outcome: verdict.outcome, warnings: verdict.counts.warning, ruleset: verdict.rulesetVersion },
    });
    await tx.submissions.insert(submission);
    if (content.kind === 'report' && duty.quarter) await tx.figureMarks.replace(cycle.id, duty.quarter, duty.unit, figureMarks(content));
    await extra?.(tx);
    return receiptOf(submission, after);
  });
}

export type AlongsideWrite = (tx: Parameters<Parameters<Desk['record']['write']>[0]>[0]) => Promise<void>;

function receiptOf(submission: Submission, duty: Duty): Receipt {
  const { number, round, hash, changes, submittedAt, submittedBy, correction, verdict } = submission;
  return {
    submission: submission.id, number, round, hash, changes, submittedAt, submittedBy, correction,
    duty: { id: duty.id, state: duty.state, version: duty.version, due: duty.due, late: duty.late },
    verdict: { outcome: verdict.outcome, counts: verdict.counts, rulesetVersion: verdict.rulesetVersion },
    warnings: findingsOf(verdict),
  };
}

/** Every blocking finding as a field error, at its first place. */
export function blocked(verdict: Verdict): Refused {
  const blocking = findingsOf(verdict).filter(({ severity }) => severity === 'blocking');
  return new Refused('check-blocked', {
    figures: { blocking: verdict.counts.blocking, warnings: verdict.counts.warning },
    errors: blocking.map((finding) => ({ pointer: finding.pointers[0] ?? '', code: finding.outcome, rule: finding.rule, value: finding.inputs[0]?.value ?? null, message: finding.message, ...(finding.fix ? { fix: finding.fix } : {}) })),
    detail: { findings: findingsOf(verdict) },
  });
}


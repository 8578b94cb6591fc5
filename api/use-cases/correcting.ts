import type { Restatement, Submission } from '../../domain/duty.ts';
import type { ReportContent } from '../../domain/submission.ts';
import type { Caller } from './caller.ts';
import { reportOf } from './contents.ts';
import type { Desk } from './desk.ts';
import { authorise, stand, type Place } from './place.ts';
import { record, type Receipt } from './submitting.ts';

/**
 * A correction is a new submission beside the old one. Where the round's report has been frozen, each figure that
 * changed is restated: the frozen report keeps the old one.
 */
export async function correct(desk: Desk, caller: Caller, { place, reason, content }: { place: Place; reason: string; content: ReportContent }): Promise<Receipt> {
  const here = await stand(desk, place);
  authorise(caller, 'report.correct', here.cycle, here.duty.unit);
  const round = place.quarter && (await desk.record.read.quarterRounds.find(here.cycle.id, place.quarter));
  const isFrozen = round !== undefined && round.state === 'frozen';
  return record(desk, caller, { here, content, act: 'correct', reason, late: here.duty.late }, (submission, latest) => async (tx) => {
    if (isFrozen) await tx.quarterRounds.restate(restatementsOf(submission, latest));
  });
}

function restatementsOf(submission: Submission, latest: Submission | undefined): readonly Restatement[] {
  const { cycle, quarter, unit, submittedAt: at } = submission;
  if (quarter === null) return [];
  const before = new Map((reportOf(latest)?.targets ?? []).map((figure) => [figure.target, figure]));
  return (reportOf(submission)?.targets ?? []).flatMap((figure): Restatement[] => {
    const old = before.get(figure.target) ?? null;
    if (JSON.stringify(old) === JSON.stringify(figure)) return [];
    return [{ cycle, quarter, unit, target: figure.target, before: old, after: figure, submission: submission.id, at }];
  });
}

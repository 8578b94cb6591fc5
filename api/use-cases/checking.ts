import type { CheckInput } from '../../domain/check.ts';
import type { Submission } from '../../domain/duty.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { findingsOf, type Finding, type Verdict } from '../../domain/verdict.ts';
import { besideReport } from './beside.ts';
import type { Caller } from './caller.ts';
import { earlierDuties, historyOf, readCheckInput, type CheckPlace } from './check-input.ts';
import type { Desk } from './desk.ts';
import { readDraft } from './draft-content.ts';
import { assertFilesThere } from './file-references.ts';
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
  const { registers } = desk;
  const { duty, cycle, at } = here;
  assertFits(content, here, await registers.plan(cycle.planHash));
  await assertFilesThere(desk, content, here);
  const place = { cycle, unit: duty.unit, quarter: duty.quarter, at };
  const [{ latest, history }, beside] = await Promise.all([readHistory(desk, place, duty.id), besideReport(desk.record.read, place, content)]);
  const verdict = await desk.check(await readCheckInput(registers, place, content, { history: { ...history, ...beside }, waivers: await registers.waivers(cycle.id), cycleUnits: await registers.members(cycle.id) }));
  return { verdict, latest };
}

/** The history as it stands now, with the duty's own latest submission: one query for all. */
export async function readHistory({ record, registers }: Desk, place: CheckPlace, own: string): Promise<{ latest: Submission | undefined; history: CheckInput['history'] }> {
  const earlier = await earlierDuties(registers, place);
  const found = await record.read.submissions.latestOfMany([own, ...Object.values(earlier).filter((duty) => typeof duty === 'string')]);
  const isPlanApproved = earlier.plan !== undefined && (await record.read.duties.find(earlier.plan))?.state === 'approved';
  return { latest: found.get(own), history: historyOf(earlier, (duty) => found.get(duty), isPlanApproved) };
}

import { possibleActs } from '../../domain/stages.ts';
import { Refused } from '../../domain/refusals.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import type { Caller } from './caller.ts';
import { changedPointers } from './changes.ts';
import type { Desk } from './desk.ts';
import { readDraft, type ReadDraft } from './draft-content.ts';
import { assertFilesThere } from './file-references.ts';
import { assertFits } from './fits.ts';
import { authorise, stand, type Place, type Stand } from './place.ts';

export async function getDraft(desk: Desk, caller: Caller, place: Place): Promise<ReadDraft> {
  const here = await stand(desk, place);
  authorise(caller, 'draft.read', here.cycle, here.duty.unit);
  return readDraft(desk, here);
}

/** Replaces the draft of version `expected` (0: none is stored). Refused as `stale-version`, with both versions, when another is there. */
export async function saveDraft(desk: Desk, caller: Caller, { place, expected, content }: { place: Place; expected: number; content: SubmissionContent }): Promise<ReadDraft> {
  const here = await stand(desk, place);
  authorise(caller, 'draft.save', here.cycle, here.duty.unit);
  assertWritable(here);
  assertFits(content, here, await desk.registers.plan(here.cycle.planHash));
  await assertFilesThere(desk, content, here);
  const saved = await desk.record.write((tx) => tx.drafts.save(here.duty.id, expected, content, here.at, caller.actor.id));
  if (saved) return { duty: saved.duty, version: saved.version, content: saved.content, origin: 'stored', savedAt: saved.savedAt, savedBy: saved.savedBy };
  const current = await readDraft(desk, here);
  throw new Refused('stale-version', {
    figures: { subject: here.duty.id, expected, actual: current.version },
    detail: { yours: { version: expected, content }, current, changed: changedPointers(current.content, content) },
  });
}

/** As often as another may come between reading a draft and saving it, before the author is told. */
const attempts = 5;

/**
 * Changes the draft as it stands: `edit` makes new content of the present one, again from the newer one when somebody saved in between. Content
 * that `edit` gives back as it was is not saved.
 */
export async function editDraft(desk: Desk, caller: Caller, place: Place, edit: (current: ReadDraft) => SubmissionContent): Promise<ReadDraft> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await getDraft(desk, caller, place);
    const content = edit(current);
    if (content === current.content) return current;
    try {
      return await saveDraft(desk, caller, { place, expected: current.version, content });
    } catch (error) {
      if (attempt === attempts || !(error instanceof Refused) || error.code !== 'stale-version') throw error;
    }
  }
}

/** A draft leads to a submission or, after closing, to a correction. */
export function assertWritable({ duty, cycle }: Stand): void {
  const possible = possibleActs(duty.kind, duty.state);
  if (cycle.state === 'cancelled' || (cycle.state === 'closed' && !possible.includes('correct'))) throw new Refused('cycle-over', { figures: { cycle: cycle.id, state: cycle.state } });
  if (!possible.includes('submit') && !possible.includes('correct')) throw new Refused('wrong-stage', { figures: { act: 'submit', state: duty.state }, possible });
}

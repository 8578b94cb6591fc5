import { getDraft } from '../../../api/use-cases/drafting.ts';
import { readBackground, type DraftBackground } from '../../../api/use-cases/draft-background.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import type { ReadDraft } from '../../../api/use-cases/draft-content.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { Visit } from '../../http/page.ts';
import { readHere, type DutyHere } from '../duty/here.ts';
import type { DutyParams } from '../duty/on-both.ts';
import type { Field } from './form/field.ts';
import { fieldsOf, withEveryTarget } from './form/fields.ts';

/** All that the pages of a form are made from. `content` has a place for every target. */
export interface DraftHere extends DutyHere {
  readonly draft: ReadDraft;
  readonly background: DraftBackground;
  readonly content: SubmissionContent;
  readonly fields: readonly Field[];
  /** The draft can still be changed: it has not been submitted, or a correction is possible. */
  readonly canWrite: boolean;
  /** Who saved last. */
  readonly savedBy: string | undefined;
}

export async function readDraftHere(visit: Visit<DutyParams>): Promise<DraftHere> {
  const { desk, caller, params } = visit;
  const [here, draft, background] = await Promise.all([readHere(visit), getDraft(desk, caller, params), readBackground(desk, caller, params)]);
  const content = withEveryTarget(draft.content, background);
  const names = await namesOf(desk, [draft.savedBy]);
  return { ...here, draft, background, content, fields: fieldsOf(content, background.plan), canWrite: here.view.possible.includes('submit') || here.view.possible.includes('correct'), savedBy: draft.savedBy === null ? undefined : names.get(draft.savedBy) };
}

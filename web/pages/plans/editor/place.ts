import { z } from 'zod';
import { draftParts, entryAt, type DraftPlace } from '../../../../api/use-cases/plan-draft-edit.ts';
import { getPlanDraft } from '../../../../api/use-cases/plan-drafts.ts';
import type { PlanDraft } from '../../../../domain/plan-draft.ts';
import { Refused } from '../../../../domain/refusals.ts';
import type { Crumb, Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import type { Translate } from '../../../view/translate.ts';
import { members, type Member } from './describe.ts';
import { rowMembers } from './row-members.ts';

export const byDraft = z.object({ draft: z.string().max(60) });
export const byPart = byDraft.extend({ part: z.enum(draftParts) });
export const byEntry = byPart.extend({ entry: z.string().max(80) });
export const byRow = byDraft.extend({ table: z.string().max(80), row: z.string().max(80) });

/** A name in an address that stands for an entry yet to be made. */
export const fresh = 'new';

export const draftOf = (visit: Visit<{ draft: string }>): Promise<PlanDraft> => getPlanDraft(visit.desk.record.read, visit.params.draft);

/** What stands at a place and what its form asks. Throws `not-found` for an entry that is not there. */
export function opened({ body }: PlanDraft, place: DraftPlace): { readonly entry: ReturnType<typeof entryAt>; readonly asks: readonly Member[] } {
  const entry = entryAt(body, place);
  const isNew = (place.row ?? place.entry) === fresh;
  if (!entry && !isNew) throw new Refused('not-found', { figures: { subject: [place.part, place.entry, place.row].filter(Boolean).join('/') } });
  const table = place.row === undefined ? undefined : body.tables.find(({ id }) => id === place.entry);
  return { entry, asks: table ? rowMembers(table, place.row ?? '') : members[place.part] };
}

export function draftCrumbs(t: Translate, draft: PlanDraft, ...below: readonly Crumb[]): readonly Crumb[] {
  return [{ text: t('plans.title'), href: paths.plans() }, { text: t('plans.drafts.title'), href: paths.planDrafts() }, { text: draft.plan, ...(below.length > 0 ? { href: paths.planDraft(draft.id) } : {}) }, ...below];
}

import { z } from 'zod';
import { reason } from '../../../api/contracts/common.ts';
import { correct } from '../../../api/use-cases/correcting.ts';
import { getDraft } from '../../../api/use-cases/drafting.ts';
import { submit, type Receipt } from '../../../api/use-cases/submitting.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf } from '../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { answersOf } from './answers.ts';
import { readDraftHere } from './draft-here.ts';
import { checkView } from './findings.ts';
import { readOnly } from './read-only.ts';

/** Everything at a glance, checked; from here it is submitted. */
async function showReview(visit: Visit<DutyParams>): Promise<View> {
  const { t, params, filled } = visit;
  const here = await readDraftHere(visit);
  const check = await checkView(visit, here);
  const possible = new Set(here.view.possible);
  return {
    template: 'agency/review.njk', title: t('agency.review.title'), lead: !here.canWrite ? readOnly(here, t) : t(`agency.check.${check.verdict.outcome}`, { count: check.verdict.counts.blocking }), help: 'agency.review.help', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: t('agency.form'), href: paths.draft(params) }, { text: t('agency.review.title') }),
    // What blocks stands in the check's own summary, with links to the fields; other refusals stand on top.
    model: {
      here, place: params, check, answers: answersOf(visit, here), canSubmit: possible.has('submit') && check.canSubmit, canCorrect: possible.has('correct') && check.canSubmit, isCorrection: possible.has('correct'),
      otherFaults: filled.faults.filter(({ field }) => field === '' || field === 'reason'),
    },
  };
}

export const reviewPages = pageOfDuty({ name: 'draftReview', rest: '/draft/review', action: 'draft.read', scope: 'unit', show: showReview });

const form = z.object({ draftVersion: z.coerce.number().int().min(0), correction: z.literal('yes').exactOptional(), reason: reason.exactOptional() })
  .refine(({ correction, reason: why }) => correction === undefined || why !== undefined, { path: ['reason'], error: 'reason-required' });

/** Submits the version of the draft that was shown; after closing it is a correction, and says why. */
export const submitActs = actOfDuty<unknown, typeof form, Receipt>({
  name: 'submitDraft', rest: '/draft/submit', action: 'draft.save', scope: 'unit', form, once: true,
  run: async ({ desk, caller, params }, { draftVersion, reason: why }) => {
    if (why === undefined) return submit(desk, caller, { place: params, draftVersion });
    const draft = await getDraft(desk, caller, params);
    if (draft.version !== draftVersion) throw new Refused('stale-version', { figures: { subject: draft.duty, expected: draftVersion, actual: draft.version } });
    if (draft.content.kind !== 'report') throw new Refused('wrong-stage', { figures: { act: 'correct' } });
    return correct(desk, caller, { place: params, reason: why, content: draft.content });
  },
  then: ({ number }, { params }) => ({ to: paths.receipt(params, number) }),
  again: showReview,
  fieldOf: (pointer) => (pointer === '/reason' ? 'reason' : pointer === '/draftVersion' || pointer === '' ? '' : `content${pointer}`),
});

import { z } from 'zod';
import { readBackground } from '../../../api/use-cases/draft-background.ts';
import { getSubmission } from '../../../api/use-cases/duty-view.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import { findingsOf } from '../../../domain/verdict.ts';
import { paths } from '../../paths.ts';
import { crumbsOf, readHere } from '../duty/here.ts';
import { pageOfDuty } from '../duty/on-both.ts';
import { findingNames } from './finding-names.ts';

const ofNumber = z.object({ number: z.coerce.number().int().min(1).max(100_000) });

/** Proof of a submission: number, time, content hash, and what happens next. To be printed. */
export const receiptPages = pageOfDuty<{ number: number }>({
  name: 'receipt', rest: '/versions/:number/receipt', more: ofNumber, action: 'submission.read', scope: 'unit',
  show: async (visit) => {
    const { desk, caller, params, t, language } = visit;
    const { number, ...place } = params;
    const here = await readHere({ ...visit, params: place });
    const [submission, background] = await Promise.all([getSubmission(desk, caller, place, number), readBackground(desk, caller, place)]);
    const nameOf = findingNames(visit, submission.content, background);
    const { duty } = here.view;
    const isLatest = duty.submission === submission.id;
    return {
      template: 'agency/receipt.njk', title: t('agency.receipt.title', { number }), lead: t('agency.receipt.lead', { unit: here.unitName, name: here.name }), cycle: here.cycle,
      crumbs: crumbsOf({ ...here, place }, visit, { text: t('agency.receipt.title', { number }) }),
      model: {
        here, place, submission, isLatest, by: (await namesOf(desk, [submission.submittedBy])).get(submission.submittedBy), version: paths.version(place, number),
        next: t(`duty.next.${duty.kind}.${duty.state}`), warnings: findingsOf(submission.verdict).map((finding) => ({ name: nameOf(finding), message: finding.message[language] })),
        canWithdraw: isLatest && here.view.possible.includes('withdraw') && caller.actor.unit === place.unit,
      },
    };
  },
});

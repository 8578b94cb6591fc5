import { z } from 'zod';
import { hash, reportPlace } from '../../../../api/contracts/common.ts';
import { decide } from '../../../../api/use-cases/deciding.ts';
import { readBackground } from '../../../../api/use-cases/draft-background.ts';
import { getSubmission } from '../../../../api/use-cases/duty-view.ts';
import { previousQuarter, reportOf } from '../../../../api/use-cases/contents.ts';
import { thresholdFor } from '../../../../domain/applies.ts';
import { reportDutyId } from '../../../../domain/ids.ts';
import type { Quarter } from '../../../../domain/plan.ts';
import { Refused } from '../../../../domain/refusals.ts';
import { findingsOf } from '../../../../domain/verdict.ts';
import { firstStep, one, type Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { findingNames } from '../../agency/finding-names.ts';
import { typedWords } from '../../committee/typed.ts';
import { crumbsOf, readHere } from '../../duty/here.ts';

type In = { cycle: string; unit: string; quarter: Quarter };

/** A report in front of the secretariat: each figure beside last quarter's, the threshold and the verdict. */
async function show(visit: Visit<In>): Promise<View> {
  const { desk, caller, params, t, language } = visit;
  const here = await readHere(visit);
  const { duty, submissions, possible } = here.view;
  const current = submissions.find(({ id }) => id === duty.submission);
  if (!current) throw new Refused('not-found', { figures: { subject: duty.id } });
  const submission = await getSubmission(desk, caller, params, current.number);
  const content = reportOf(submission);
  const nameOf = findingNames(visit, submission.content, await readBackground(desk, caller, params));
  const before = previousQuarter(params.quarter);
  const [plan, previous] = await Promise.all([desk.registers.plan(here.cycle.planHash), before ? desk.record.read.submissions.latestOf(reportDutyId(params.cycle, before, params.unit)) : undefined]);
  const earlier = new Map(reportOf(previous)?.targets.map((figure) => [figure.target, figure]));
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const rows = (content?.targets ?? []).flatMap((figure, index) => {
    const target = targets.get(figure.target);
    if (!target) return [];
    const last = earlier.get(figure.target);
    return [{
      index, name: language === 'en' ? target.nameEn ?? target.name : target.name, unit: target.unit, comparator: target.comparator, threshold: thresholdFor(target, params.unit), milestone: target.milestones?.[params.quarter],
      line: typedWords(figure, target, visit).line, before: last ? typedWords(last, target, visit).line : undefined, comment: figure.comment, standing: submission.verdict.standings[figure.target],
    }];
  });
  return {
    template: 'secretariat/review.njk', title: t('secretariat.review.title'), lead: t('secretariat.review.lead', { name: here.name, unit: here.unitName, number: submission.number }), help: 'secretariat.review.help', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: t('secretariat.review.title') }),
    model: {
      submission, rows, before, canAccept: possible.includes('accept'), canReturn: possible.includes('returnReport'), action: paths.reviewReport(params), back: paths.duty(params), versionHref: paths.version(params, submission.number),
      findings: findingsOf(submission.verdict).map((finding) => ({ ...finding, name: nameOf(finding), text: finding.message[language], fixText: finding.fix?.[language] })),
    },
  };
}

const form = z.object({ answer: z.enum(['accept', 'returnReport']), reason: z.string().trim().max(4000), contentHash: hash, pinned: z.array(z.object({ pointer: z.string(), text: z.string().trim().max(2000) })).max(200) })
  .refine(({ answer, reason }) => answer === 'accept' || reason !== '', { path: ['reason'], error: 'reason-required' });

/** A word typed beside a figure is pinned to its place: `pin.3` is about `/targets/3`. */
function read(fields: Fields): unknown {
  const pinned = Object.keys(fields).flatMap((name) => (/^pin\.\d{1,4}$/.test(name) && one(fields, name) !== '' ? [{ pointer: `/targets/${name.slice(4)}`, text: one(fields, name) }] : []));
  return { answer: fields['answer'], reason: one(fields, 'reason'), contentHash: one(fields, 'contentHash'), pinned };
}

const path = '/cycles/:cycle/reports/:quarter/:unit/review';
export const reviewPage = page({ name: 'reviewReport', path, action: 'report.accept', params: reportPlace, show });
export const reviewAct = act({
  name: 'decideReport', path, action: 'report.accept', params: reportPlace, once: true, form, read,
  run: ({ desk, caller, params }, { answer, pinned, ...given }) => decide(desk, caller, { place: params, kind: answer, ...given, pinned: answer === 'accept' ? [] : pinned }),
  then: (_, { params }, { answer }) => ({ to: paths.duty(params), notice: `secretariat.review.${answer}.done` }),
  again: show,
  fieldOf: firstStep,
});

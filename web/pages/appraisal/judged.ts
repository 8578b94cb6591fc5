import { readBackground } from '../../../api/use-cases/draft-background.ts';
import { getSubmission } from '../../../api/use-cases/duty-view.ts';
import { thresholdFor } from '../../../domain/applies.ts';
import type { Submission } from '../../../domain/duty.ts';
import { dong, sumDong } from '../../../domain/money.ts';
import { Refused } from '../../../domain/refusals.ts';
import { requiredSections } from '../../../domain/sections.ts';
import type { BudgetLine, PlanContent } from '../../../domain/submission.ts';
import { findingsOf } from '../../../domain/verdict.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { asked } from '../plans/words.ts';
import { formats } from '../../view/formats.ts';
import { findingNames } from '../agency/finding-names.ts';
import { fieldAt } from '../agency/form/pointer.ts';
import { labelsOf } from '../agency/labels.ts';
import { readHere, type DutyHere } from '../duty/here.ts';
import type { DutyParams } from '../duty/on-both.ts';

/** A plan in front of those who judge it: the version that counts, with what stands beside it. */
export interface Judged {
  readonly here: DutyHere;
  readonly submission: Submission;
  readonly content: PlanContent;
}

/** Throws `not-found` where nothing has been submitted yet. */
export async function readJudged(visit: Visit<DutyParams>): Promise<Judged> {
  const here = await readHere(visit);
  const { duty, submissions } = here.view;
  const current = submissions.find(({ id }) => id === duty.submission);
  if (!current) throw new Refused('not-found', { figures: { subject: duty.id } });
  const submission = await getSubmission(visit.desk, visit.caller, here.place, current.number);
  if (submission.content.kind !== 'plan') throw new Refused('not-found', { figures: { subject: duty.id } });
  return { here, submission, content: submission.content };
}

/** What every judging page shows of the submission: figures beside the thresholds and last year's, findings, tasks, what is written, where to read the whole. */
export async function judgedModel({ desk, caller, params, language, t }: Visit<DutyParams>, { submission, content, here }: Judged) {
  const background = await readBackground(desk, caller, params);
  const { plan, lastYearPlan } = background;
  const nameOf = findingNames({ t, language }, content, background);
  const format = formats(language);
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const lastYear = new Map(lastYearPlan?.targets.map(({ target, value }) => [target, value]));
  const commitments = content.targets.map((each) => {
    const target = targets.get(each.target);
    return {
      ...each, name: target === undefined ? each.target : language === 'en' ? target.nameEn ?? target.name : target.name, clause: target?.clause ?? '',
      required: target === undefined ? '–' : asked({ ...target, threshold: thresholdFor(target, content.unit) }, t, language), committed: target?.measure === 'yes-no' && (each.value === 0 || each.value === 1) ? t(each.value === 1 ? 'committee.yes' : 'committee.no') : format.measured(each.value, target?.unit ?? ''),
      lastYear: lastYear.get(each.target) ?? null, standing: submission.verdict.standings[each.target],
    };
  });
  const label = labelsOf({ t, language }, content, background);
  const findings = findingsOf(submission.verdict).map((finding) => ({ ...finding, name: nameOf(finding), text: finding.message[language], fixText: finding.fix?.[language] }));
  return {
    submission, commitments, findings, hasLastYear: lastYearPlan !== undefined, versionHref: paths.version(here.place, submission.number), place: here.place,
    tasks: content.tasks.map(({ id, words, lead, start, due, output }) => ({ words: words || id, lead: here.units.get(lead)?.name ?? lead, start: format.date(start), due: format.date(due), output })),
    sections: requiredSections.plan.map((each) => ({ title: each[language], text: content.sections[each.key] ?? '' })),
    /** What people call a place of the content. */
    labelAt: (pointer: string) => label(fieldAt(content, pointer)),
  };
}

/** The sum of amounts in đồng; null when one is missing, which is not zero. */
export function sumOf(amounts: readonly (number | null | undefined)[]): number | null {
  const known = amounts.flatMap((amount) => (typeof amount === 'number' ? [dong(amount)] : []));
  return known.length === amounts.length ? sumDong(known) : null;
}

/** Lines of the aspects that are about money; the others see all of them. */
export function linesOf(content: PlanContent, aspect: string): readonly BudgetLine[] {
  return aspect === 'investment' || aspect === 'recurrent' ? content.budget.filter((line) => line.aspect === aspect) : [];
}

import { z } from 'zod';
import { getSubmission, listSubmissions } from '../../../api/use-cases/duty-view.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import type { Submission } from '../../../domain/duty.ts';
import { planDutyId } from '../../../domain/ids.ts';
import { requiredSections } from '../../../domain/sections.ts';
import { findingsOf } from '../../../domain/verdict.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { crumbsOf, nameOf } from '../duty/here.ts';
import { pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { filesByReference } from '../files/evidence.ts';
import { resultWords } from './result.ts';
import { linesOfPlan, linesOfReport, type ContentLines } from './version-content.ts';

const numbered = z.object({ number: z.coerce.number().int().min(1).max(10_000) });
type At = Visit<DutyParams & z.output<typeof numbered>>;

/** A submission as it was sent: nothing on it changes any more. Findings stand beside the figures they are about. */
async function show(visit: At): Promise<View> {
  const { desk, caller, t, language, params } = visit;
  const { number, ...place } = params;
  const submission = await getSubmission(desk, caller, place, number);
  const cycle = await desk.registers.cycle(place.cycle);
  const [plan, units, names, versions] = await Promise.all([desk.registers.plan(cycle.planHash), desk.registers.units(), namesOf(desk, [submission.submittedBy]), listSubmissions(desk, caller, place)]);
  const unitName = units.get(place.unit)?.name ?? place.unit;
  const name = nameOf(submission, cycle, t);
  const format = formats(language);
  const by = names.get(submission.submittedBy) ?? submission.submittedBy;
  const { content } = submission;
  const approved = content.kind === 'report' ? await desk.record.read.submissions.latestOf(planDutyId(cycle.id, place.unit)) : undefined;
  const lines: ContentLines = content.kind === 'plan' ? linesOfPlan(content, plan, visit) : linesOfReport(content, plan, approved?.content, visit);
  return {
    template: 'committee/version.njk', title: t('committee.version.title', { name, number }), cycle, wide: true,
    lead: t(submission.correction ? 'committee.version.leadCorrection' : 'committee.version.lead', { unit: unitName, time: format.instant(submission.submittedAt), by }),
    crumbs: crumbsOf({ cycle, name, place, unitName }, visit, { text: t('duty.versionNumber', { number }) }),
    model: {
      submission, lines, by, files: await filesByReference(visit, place), older: number > 1 ? paths.version(place, number - 1) : undefined, newer: number < versions.length ? paths.version(place, number + 1) : undefined, dutyLink: paths.duty(place), receipt: paths.receipt(place, number),
      sections: sectionsOf(submission, language), findings: findingsIn(submission, visit, lines),
      outcome: t(`duty.outcome.${submission.verdict.outcome}`),
    },
  };
}

function sectionsOf({ content }: Submission, language: 'vi' | 'en'): readonly { readonly title: string; readonly text: string }[] {
  const known = new Map(requiredSections[content.kind].map((section) => [section.key as string, section[language] as string]));
  return Object.entries(content.sections).map(([key, text]) => ({ title: known.get(key) ?? key, text }));
}

/** Findings by the row they are about; `general` are those about no row. */
function findingsIn({ verdict }: Submission, visit: At, { units }: ContentLines): Readonly<Record<string, readonly ReturnType<typeof resultWords>[]>> {
  const found: Record<string, ReturnType<typeof resultWords>[]> = { general: [] };
  for (const finding of findingsOf(verdict)) {
    const row = finding.pointers.map((pointer) => /^\/(targets|tasks|budget|spending)\/\d+/.exec(pointer)?.[0]).find((each) => each !== undefined) ?? 'general';
    (found[row] ??= []).push(resultWords(finding, visit, finding.target === undefined ? '' : units.get(finding.target)));
  }
  return found;
}

export const versionPages = pageOfDuty<z.output<typeof numbered>>({ name: 'version', rest: '/versions/:number', more: numbered, action: 'submission.read', scope: 'unit', show });

import { requiredSections } from '../../domain/sections.ts';
import type { SubmissionContent } from '../../domain/submission.ts';

/** A form as it is written: the fields of the content, and the blank ones that a unit may fill. */
export type BlankForm = Readonly<Record<string, unknown>>;

/** The form of a prefilled content, with every field of its head written out, blank where nothing is known. */
export function blankFormOf(content: SubmissionContent): BlankForm {
  const { kind, unit, plan, year, symbol, focalPoint, sections, ...rest } = content;
  const period = content.kind === 'report' ? { period: content.period, figuresTo: content.figuresTo } : {};
  return {
    kind, unit, plan, year, ...period,
    symbol: symbol ?? null,
    focalPoint: { name: focalPoint?.name ?? null, email: focalPoint?.email ?? null, phone: focalPoint?.phone ?? null },
    sections: { ...Object.fromEntries(requiredSections[kind].map(({ key }) => [key, null])), ...sections },
    ...rest,
    targets: content.targets.map((row) => ('answer' in row && row.notApplicable === undefined ? { ...row, evidence: row.evidence ?? [] } : row)),
    ...(content.kind === 'plan'
      ? { budgetTotal: content.budgetTotal, budgetTotalInWords: content.budgetTotalInWords ?? null }
      : { tasks: content.tasks.map(({ task, status, percent = null, doneOn = null, evidence = [], ...more }) => ({ task, status, percent, doneOn, evidence, ...more })) }),
  };
}

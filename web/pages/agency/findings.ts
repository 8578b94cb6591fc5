import { checkContent } from '../../../api/use-cases/checking.ts';
import { severities, type Finding, type Severity, type Verdict } from '../../../domain/verdict.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { DutyParams } from '../duty/on-both.ts';
import { fieldAt, sectionOf } from './form/pointer.ts';

/** A finding as a page shows it: beside its field and, in the same words, in the summary. */
export interface FindingView {
  readonly field: string;
  readonly href: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string | undefined;
  readonly clause: string | undefined;
  readonly ground: string | undefined;
  readonly rule: string;
  readonly waived: boolean;
}

export interface CheckView {
  readonly verdict: Verdict;
  readonly groups: readonly { readonly severity: Severity; readonly findings: readonly FindingView[] }[];
  /** By field, for the place beside it. */
  readonly notes: Readonly<Record<string, readonly FindingView[]>>;
  readonly canSubmit: boolean;
}

/** Checks the draft as it stands. Links lead to the field, on this page of the form (`here`) or on its own. */
export async function checkView({ desk, caller, params, language }: Visit<DutyParams>, content: SubmissionContent, here?: string): Promise<CheckView> {
  const { verdict, findings } = await checkContent(desk, caller, { place: params, content });
  const views = findings.map((finding) => viewOf(finding, content, params, language, here));
  const groups = severities.map((severity) => ({ severity, findings: views.filter((each) => each.severity === severity) })).filter((group) => group.findings.length > 0);
  return { verdict, groups, notes: byField(views), canSubmit: verdict.outcome !== 'blocked' };
}

function viewOf({ severity, message, fix, clause, ground, rule, pointers, waiver }: Finding, content: SubmissionContent, place: DutyParams, language: 'vi' | 'en', here: string | undefined): FindingView {
  const field = fieldAt(content, pointers[0] ?? '');
  const section = sectionOf(field);
  const href = here === section ? `#${field}` : `${paths.draftSection(place, section, { check: 'yes' })}#${field}`;
  return { field, href, severity, message: message[language], fix: fix?.[language], clause, ground, rule, waived: waiver !== undefined };
}

function byField(findings: readonly FindingView[]): Readonly<Record<string, readonly FindingView[]>> {
  const notes: Record<string, FindingView[]> = {};
  for (const finding of findings) (notes[finding.field] ??= []).push(finding);
  return notes;
}

import { checkContent } from '../../../api/use-cases/checking.ts';
import { severities, type Finding, type Severity, type Verdict } from '../../../domain/verdict.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { DutyParams } from '../duty/on-both.ts';
import type { DraftHere } from './draft-here.ts';
import { findingNames } from './finding-names.ts';
import { fieldAt, sectionOf } from './form/pointer.ts';

/** A finding as a page shows it: beside its field and, in the same words, in the summary. */
export interface FindingView {
  readonly field: string;
  readonly href: string;
  readonly severity: Severity;
  /** The row it is about, where the message does not say. */
  readonly name: string | undefined;
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
export async function checkView(visit: Visit<DutyParams>, { content, background }: Pick<DraftHere, 'content' | 'background'>, here?: string): Promise<CheckView> {
  const { desk, caller, params, language } = visit;
  const { verdict, findings } = await checkContent(desk, caller, { place: params, content });
  const nameOf = findingNames(visit, content, background);
  const views = findings.map((finding) => ({ ...viewOf(finding, fieldAt(content, finding.pointers[0] ?? ''), params, language, here), name: nameOf(finding) }));
  const groups = severities.map((severity) => ({ severity, findings: views.filter((each) => each.severity === severity) })).filter((group) => group.findings.length > 0);
  return { verdict, groups, notes: byField(views), canSubmit: verdict.outcome !== 'blocked' };
}

function viewOf({ severity, message, fix, clause, ground, rule, waiver }: Finding, field: string, place: DutyParams, language: 'vi' | 'en', here: string | undefined): Omit<FindingView, 'name'> {
  const section = sectionOf(field);
  const href = here === section ? `#${field}` : `${paths.draftSection(place, section, { check: 'yes' })}#${field}`;
  return { field, href, severity, message: message[language], fix: fix?.[language], clause, ground, rule, waived: waiver !== undefined };
}

function byField(findings: readonly FindingView[]): Readonly<Record<string, readonly FindingView[]>> {
  const notes: Record<string, FindingView[]> = {};
  for (const finding of findings) (notes[finding.field] ??= []).push(finding);
  return notes;
}

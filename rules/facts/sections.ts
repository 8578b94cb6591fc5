import { requiredSections, type RequiredSection } from '../../domain/sections.ts';
import type { SubmissionContent } from '../../domain/submission.ts';

/** Headings of the required sections that are not there or hold nothing. */
export function missingSections({ kind, sections }: Pick<SubmissionContent, 'kind' | 'sections'>): readonly string[] {
  const required: readonly RequiredSection[] = requiredSections[kind];
  return required.filter(({ key }) => !sections[key]?.trim()).map(({ vi }) => vi);
}

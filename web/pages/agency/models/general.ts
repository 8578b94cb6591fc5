import { requiredSections } from '../../../../domain/sections.ts';
import type { Visit } from '../../../http/page.ts';
import type { DraftHere } from '../draft-here.ts';
import { sectionKeys } from '../form/fields.ts';

export function generalModel(_visit: Visit, { content, background }: DraftHere) {
  return { isReport: content.kind === 'report', period: background.period, symbolExample: content.kind === 'plan' ? '12/KH-SNV' : '45/BC-SNV' };
}

/** The written parts. */
export function narrativeModel({ language }: Visit, { content }: DraftHere) {
  const asked = new Map(requiredSections[content.kind].map((each) => [each.key as string, each[language] as string]));
  return { rows: sectionKeys(content).map((key) => ({ field: `sections.${key}`, title: asked.get(key) ?? key, isAsked: asked.has(key) })) };
}

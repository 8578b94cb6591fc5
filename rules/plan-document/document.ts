import type { Plan } from '../../domain/plan.ts';
import type { Found } from './finding.ts';
import { planTexts, sourceText, type DocumentText } from './read/texts.ts';

/** A plan as the finders see it. `source` is the document's own text, where someone handed it in. */
export interface PlanDocument {
  readonly plan: Plan;
  readonly texts: readonly DocumentText[];
  readonly source?: string;
}

/** Calculates from a document what one rule is about: everything that violates it. */
export type Finder = (document: PlanDocument) => readonly Found[];

/** With a source text, wording is read there and in the data; without, in what the data quotes. */
export function planDocument(plan: Plan, source?: string): PlanDocument {
  return source === undefined ? { plan, texts: planTexts(plan) } : { plan, texts: [...planTexts(plan), sourceText(source)], source };
}

import type { PlanDocument } from '../document.ts';

/**
 * The lines in which headings are looked for: the source, or else the quotes among the plan's reasons, one a line. A plan that
 * quotes a heading so quotes its neighbours too, in the order of the document.
 */
export function headingLines({ plan, source }: PlanDocument): string {
  return (source ?? (plan.coverage ?? []).map(({ quote }) => quote).join('\n')).normalize('NFC');
}

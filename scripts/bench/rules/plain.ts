import type { CheckInput } from '../../../domain/check.ts';
import type { ReportContent } from '../../../domain/submission.ts';

/** How many targets a report meets, as a plain loop over numbers: what the same answer costs without rules or reasons. */
export function plainMet({ content, plan }: CheckInput): number {
  const figures = new Map((content as ReportContent).targets.map((figure) => [figure.target, figure]));
  let met = 0;
  for (const { id, threshold } of plan.targets) {
    const figure = figures.get(id);
    if (typeof figure?.numerator === 'number' && typeof figure.denominator === 'number' && figure.numerator * 100 >= threshold * figure.denominator) met += 1;
  }
  return met;
}

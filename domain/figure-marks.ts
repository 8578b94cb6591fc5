import type { ReportContent, TargetFigure } from './submission.ts';

/** Small figures are alike by chance: below this a figure tells nothing about where it comes from. */
const largeEnough = 20;

const isGiven = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function size({ denominator, value }: TargetFigure): number {
  return isGiven(denominator) ? denominator : isGiven(value) ? value : 0;
}

/** Whether two reports with this figure may have copied it: it is large, and not complete (what is complete is alike without being copied). */
export function isTelling(figure: TargetFigure): boolean {
  return size(figure) >= largeEnough && !(isGiven(figure.numerator) && figure.numerator === figure.denominator);
}

/** So many say whether two reports are alike, and cost a submission next to nothing. */
const mostMarks = 16;

/** A number that scatters ids: two reports under one plan pick the same targets, from all over the plan. */
const scattered = (id: string): number => [...id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);

/** At most sixteen of the telling figures of a report, each as one text: `ct-01 993/1007/`. Reports that share many of them are alike. */
export function figureMarks({ targets }: Pick<ReportContent, 'targets'>): readonly string[] {
  const telling = targets.filter(isTelling).sort((a, b) => scattered(a.target) - scattered(b.target)).slice(0, mostMarks);
  const marks = telling.map(({ target, numerator, denominator, value }) => `${target} ${numerator ?? ''}/${denominator ?? ''}/${value ?? ''}`);
  return [...new Set(marks)];
}

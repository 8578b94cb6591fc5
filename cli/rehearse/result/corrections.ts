import type { CorrectedFigure } from '../../../documents/year-report/model.ts';
import type { Restatement } from '../../../domain/duty.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import type { TargetFigure } from '../../../domain/submission.ts';

/** Figures restated after freezing, the old one beside the new. */
export function correctionsOf(restatements: readonly Restatement[]): readonly CorrectedFigure[] {
  return restatements.map(({ unit, quarter, target, before, after, at }) => ({ unit, quarter, target, before: shown(before), after: shown(after), on: dateOf(at) }));
}

function shown(value: unknown): string {
  const figure = (value ?? {}) as Partial<TargetFigure>;
  if (typeof figure.numerator === 'number') return `${figure.numerator}/${figure.denominator ?? '?'}`;
  if (typeof figure.answer === 'boolean') return figure.answer ? 'có' : 'không';
  return typeof figure.value === 'number' ? String(figure.value) : '–';
}

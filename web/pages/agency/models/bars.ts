import type { DraftBackground } from '../../../../api/use-cases/draft-background.ts';
import { milestoneFor, thresholdFor } from '../../../../domain/applies.ts';
import type { Target } from '../../../../domain/plan.ts';
import { formatPercent, ratioOf } from '../../../../domain/ratio.ts';
import type { TargetFigure } from '../../../../domain/submission.ts';
import type { Language } from '../../../../domain/text.ts';
import { formats } from '../../../view/formats.ts';
import type { Translate } from '../../../view/translate.ts';

/** A figure in the target's unit: `97%`, `12 hệ thống`. */
export function inUnit(value: number, { unit, measure }: Pick<Target, 'unit' | 'measure'>, language: Language, t: Translate): string {
  if (measure === 'yes-no') return t(value === 0 ? 'agency.no' : 'agency.yes');
  return unit === '%' ? `${formats(language).number(value)}%` : `${formats(language).number(value)} ${unit}`;
}

/** What is asked for the year, and for the end of the quarter that a report is about. */
export function barsOf(target: Target, { unit, period, plan }: DraftBackground, language: Language, t: Translate): { threshold: string; milestone: string | undefined; isWorkedOut: boolean } {
  const bar = (value: number): string => t(`agency.comparator.${target.comparator}`, { value: inUnit(value, target, language, t) });
  const milestone = period && milestoneFor(target, unit.code, period.quarter, plan.year);
  const hasOwn = milestone !== undefined && !milestone.isFinal && target.measure !== 'yes-no';
  return { threshold: bar(thresholdFor(target, unit.code)), milestone: hasOwn ? bar(milestone.value) : undefined, isWorkedOut: milestone !== undefined && !milestone.isStated };
}

/** What a report said of a target: `115/431 = 26,68%`; undefined when it said nothing. */
export function figureInWords(figure: TargetFigure | undefined, target: Target, language: Language, t: Translate): string | undefined {
  if (!figure) return undefined;
  if (figure.notApplicable) return t('agency.notApplicable');
  const { numerator, denominator, value, answer } = figure;
  const ratio = ratioOf(numerator, denominator);
  const number = formats(language).number;
  if (ratio) return `${number(ratio.numerator)}/${number(ratio.denominator)} = ${formatPercent(ratio, language) ?? ''}`;
  if (typeof answer === 'boolean') return t(answer ? 'agency.yes' : 'agency.no');
  return typeof value === 'number' ? inUnit(value, target, language, t) : undefined;
}

import type { Target } from '../../../domain/plan.ts';
import { percentOf, ratioOf } from '../../../domain/ratio.ts';
import type { TargetFigure } from '../../../domain/submission.ts';
import type { Visit } from '../../http/page.ts';
import { formats } from '../../view/formats.ts';

/** What a unit typed for a target, part by part: what was left empty says so. */
export interface TypedWords {
  readonly parts: readonly { readonly label: string; readonly value: string; readonly isEmpty: boolean }[];
  /** In one line, for tables: `799/1.953 = 40,91%`. */
  readonly line: string;
  readonly notApplicable: string | undefined;
  readonly comment: string | undefined;
  readonly evidence: readonly string[];
}

/** `figure` is a stored figure: null where a correction added it. */
export function typedWords(stored: unknown, target: Pick<Target, 'measure' | 'unit' | 'numerator' | 'denominator'>, { t, language }: Pick<Visit, 't' | 'language'>): TypedWords {
  const figure = (stored ?? {}) as Partial<TargetFigure>;
  const format = formats(language);
  const empty = t('committee.leftEmpty');
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? empty : format.number(value));
  const part = (label: string, value: number | null | undefined) => ({ label, value: number(value), isEmpty: value === null || value === undefined });
  const rest = { notApplicable: figure.notApplicable, comment: figure.comment, evidence: figure.evidence ?? [] };
  if (figure.notApplicable !== undefined) return { ...rest, parts: [], line: t('standing.not-applicable') };
  if (target.measure === 'ratio') {
    const ratio = ratioOf(figure.numerator, figure.denominator);
    const worked = ratio ? ` = ${format.percent(Number(percentOf(ratio)))}` : '';
    return { ...rest, parts: [part(named(t('committee.numerator'), target.numerator), figure.numerator), part(named(t('committee.denominator'), target.denominator), figure.denominator)], line: `${number(figure.numerator)}/${number(figure.denominator)}${worked}` };
  }
  if (target.measure === 'yes-no') {
    const answer = figure.answer ?? null;
    const line = answer === null ? empty : t(answer ? 'committee.yes' : 'committee.no');
    return { ...rest, parts: [{ label: t('committee.answer'), value: line, isEmpty: answer === null }], line };
  }
  return { ...rest, parts: [part(`${t('committee.value')} (${target.unit})`, figure.value)], line: number(figure.value) };
}

const named = (label: string, meaning: string | undefined): string => (meaning === undefined ? label : `${label} – ${meaning}`);

import type { Language } from '../../domain/text.ts';
import { formatDate, isPlainDate } from '../../domain/plain-date.ts';
import { difference } from '../exact.ts';
import { showNumber, showPercent } from '../show.ts';
import type { Comparator } from '../../domain/plan.ts';
import type { TargetCase } from './case.ts';
import { gapTo, type Change } from './change.ts';
import type { TargetPlace, TargetWords } from './words.ts';

/** What a target's sentences are about. `bar` is what the figure is held against now, `percent` the figure as shown beside it. */
export interface Telling {
  readonly of: TargetCase;
  readonly bar: number;
  /** How it is held against the bar. */
  readonly comparator: Comparator;
  readonly change: Change | undefined;
  readonly percent: number | undefined;
  readonly words: TargetWords;
}

const quarterNames = { vi: { Q1: 'quý I', Q2: 'quý II', Q3: 'quý III', Q4: 'quý IV' }, en: { Q1: 'Q1', Q2: 'Q2', Q3: 'Q3', Q4: 'Q4' } } as const;

const nothing = (): undefined => undefined;

type Shown = (told: Telling, language: Language) => string | undefined;

/** What stands in each place of a sentence. One table for all: these are asked hundreds of times in a check. */
const places: Readonly<Record<TargetPlace, Shown>> = {
  name: ({ of: { target } }, language) => (language === 'en' ? (target.nameEn ?? target.name) : target.name),
  value: valueShown,
  figures: ({ of: { entry: { figure } } }, language) => (figure.kind === 'ratio' ? ` (${showNumber(figure.ratio.numerator, language)}/${showNumber(figure.ratio.denominator, language)})` : ''),
  comparator: ({ of: { target }, words }, language) => words[language][target.comparator].render(nothing, undefined, language),
  threshold: (told, language) => inUnit(told, told.of.threshold, language),
  bar: (told, language) => inUnit(told, told.bar, language),
  gap: gapShown,
  quarter: ({ of: { quarter } }, language) => quarter && quarterNames[language][quarter],
  by: byShown,
  goal: (told, language) => told.words[language][`goal-${told.comparator}`].render(() => inUnit(told, told.bar, language), undefined, language),
  to: ({ change }, language) => change && showNumber(change.to, language),
  what: ({ of: { target } }) => counted(target.numerator ?? target.name),
  numerator: ({ of: { target } }) => target.numerator ?? target.name,
  denominator: ({ of: { target } }) => target.denominator ?? target.name,
  reason: ({ of: { entry, waiver } }) => entry.notApplicable ?? waiver?.reason,
  approver: ({ of: { waiver } }) => waiver?.approver,
  expires: ({ of: { waiver } }, language) => (isPlainDate(waiver?.expires) ? formatDate(waiver.expires, language) : waiver?.expires),
};

export function placeValue(place: string, told: Telling, language: Language): string | undefined {
  return places[place as TargetPlace]?.(told, language);
}

function valueShown(told: Telling, language: Language): string | undefined {
  const { figure } = told.of.entry;
  if (figure.kind === 'value') return inUnit(told, figure.value, language);
  return told.percent === undefined ? undefined : showPercent(told.percent, language);
}

function inUnit({ of: { target }, words }: Telling, value: number, language: Language): string {
  if (target.measure === 'rank') return words[language].rank.render(() => showNumber(value, language), undefined, language);
  if (target.measure === 'yes-no') return words[language][value === 0 ? 'no' : 'yes'].render(nothing, undefined, language);
  if (target.unit === '%') return showPercent(value, language);
  // the plan gives units in Vietnamese only
  return language === 'vi' ? `${showNumber(value, language)} ${target.unit}` : showNumber(value, language);
}

/** A ratio changes by things counted, anything else by its unit. */
function byShown(told: Telling, language: Language): string | undefined {
  const { change, of: { target, entry } } = told;
  if (!change) return undefined;
  if (entry.figure.kind === 'ratio' || target.measure === 'rank') return showNumber(change.by, language);
  return target.unit === '%' ? inPoints(change.by, language) : inUnit(told, change.by, language);
}

function inPoints(points: number, language: Language): string {
  return `${showNumber(points, language)} ${language === 'vi' ? 'điểm phần trăm' : 'percentage points'}`;
}

function gapShown({ of: { target, entry }, bar, percent }: Telling, language: Language): string | undefined {
  const gap = percent === undefined ? gapTo(entry.figure, bar) : difference(percent, bar);
  if (gap === undefined) return undefined;
  return target.unit === '%' ? inPoints(gap, language) : showNumber(gap, language);
}

/** `số văn bản điện tử` counts `văn bản điện tử`. */
function counted(noun: string): string {
  return noun.replace(/^(tổng số|số lượng|số) /i, '');
}

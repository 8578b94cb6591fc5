import type { ComplianceCell, StandingCounts, TargetCompliance } from '../../../domain/compliance/report.ts';
import type { Measure, Target } from '../../../domain/plan.ts';
import type { Language } from '../../../domain/text.ts';
import type { Formats } from '../../view/formats.ts';
import type { Translate } from '../../view/translate.ts';

/** How the committee's pages write a reached figure or a threshold of a target: `97,4%`, `có`, `hạng 12`. */
export interface FigureWords {
  /** A figure in the target's unit; undefined when there is none. */
  readonly short: (value: number | null, target: Pick<TargetCompliance, 'unit'>, measure?: Measure) => string;
  /** What a cell of a table says: the figure, or why there is none. */
  readonly ofCell: (cell: ComplianceCell, target: Pick<TargetCompliance, 'unit'>, measure?: Measure) => string;
}

export function figureWords(format: Formats, t: Translate): FigureWords {
  const yesNo = { 0: t('committee.no'), 1: t('committee.yes') } as Readonly<Record<number, string>>;
  const [notSent, leftEmpty] = [t('committee.notSent'), t('committee.leftEmpty')];
  const short: FigureWords['short'] = (value, { unit }, measure) => {
    if (value === null) return '–';
    if (measure === 'yes-no') return yesNo[value] ?? format.number(value);
    return unit === '%' ? format.percent(value) : format.number(value);
  };
  return {
    short,
    ofCell: (cell, target, measure) => {
      if (cell.value !== null) return short(cell.value, target, measure);
      if (cell.standing === 'no-data') return cell.submission === null ? notSent : leftEmpty;
      return '';
    },
  };
}

/** The target's name in the reader's language, where the plan gives one. */
export const targetName = (target: Pick<Target, 'name' | 'nameEn'>, language: Language): string => (language === 'en' ? target.nameEn ?? target.name : target.name);

/** The counts of a report as its sentence names them; `bound`: all that count. */
export function countWords(counts: StandingCounts, { number }: Pick<Formats, 'number'>): Readonly<Record<'bound' | 'met' | 'onTrack' | 'behind' | 'missed' | 'noData', string>> {
  const [met, onTrack, behind, missed, noData] = [counts.met, counts['on-track'], counts.behind, counts.missed, counts['no-data']];
  return { bound: number(met + onTrack + behind + missed + noData), met: number(met), onTrack: number(onTrack), behind: number(behind), missed: number(missed), noData: number(noData) };
}

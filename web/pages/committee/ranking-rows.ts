import type { ComplianceReport } from '../../../domain/compliance/report.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { scoredOf } from './heat-table.ts';

export interface RankingRow {
  readonly unit: string;
  readonly name: string;
  readonly href: string;
  readonly rank: number | null;
  /** Shares its rank with another. */
  readonly isTie: boolean;
  readonly score: number | null;
  readonly met: number;
  readonly scored: number;
  readonly notCounted: number;
  readonly late: boolean;
  readonly isMissing: boolean;
  /** Places gained (above zero) or lost since the quarter before; undefined when it had no rank then. */
  readonly places: number | undefined;
  readonly moved: string;
  readonly scoreBefore: number | null;
  readonly improved: number;
  readonly worsened: number;
}

/** The ranking of a report, whether it moves still or is frozen. */
export function rankingRows(report: ComplianceReport, { t, language }: Pick<Visit, 't' | 'language'>): readonly RankingRow[] {
  const before = new Map((report.movement?.units ?? []).map((each) => [each.unit, each]));
  const missing = new Set(report.missing.map(({ unit }) => unit));
  const sharing = new Map<number, number>();
  for (const { rank } of report.ranking) if (rank !== null) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  return report.ranking.map((each) => {
    const then = before.get(each.unit);
    const places = each.rank === null || !then || then.rankBefore === null ? undefined : then.rankBefore - each.rank;
    return {
      unit: each.unit, name: each.name, href: paths.unitTrend(report.cycle, each.unit), rank: each.rank, isTie: each.rank !== null && (sharing.get(each.rank) ?? 0) > 1, score: each.score, met: each.counts.met, scored: scoredOf(each),
      notCounted: each.counts['not-applicable'] + each.counts.waived, late: each.late, isMissing: missing.has(each.unit), places, moved: movedWords(places, t, language),
      scoreBefore: then?.scoreBefore ?? null, improved: then?.improved ?? 0, worsened: then?.worsened ?? 0,
    };
  });
}

function movedWords(places: number | undefined, t: Visit['t'], language: Visit['language']): string {
  if (places === undefined) return '–';
  if (places === 0) return t('committee.ranking.same');
  return t(places > 0 ? 'committee.ranking.up' : 'committee.ranking.down', { places: formats(language).number(Math.abs(places)) });
}

import type { UnitTrend } from '../../../api/use-cases/trends.ts';
import type { Standing } from '../../../domain/verdict.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { figureWords, targetName } from './figure.ts';
import { scoredOf } from './heat-table.ts';

export interface TrendCell {
  readonly standing: Standing;
  readonly figure: string;
  readonly href: string;
}

export interface TrendTable {
  readonly heads: readonly { readonly text: string; readonly score: string; readonly met: string; readonly state: 'late' | 'missing' | 'onTime' }[];
  /** One row for each target, told apart by its stable code; a quarter in which it did not bind the unit has no cell. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly (TrendCell | undefined)[] }[];
}

/** The table beneath a unit's line: every target through the quarters. */
export function unitTrendTable(rounds: UnitTrend['rounds'], unit: string, { t, language }: Pick<Visit, 't' | 'language'>): TrendTable {
  const format = formats(language);
  const figures = figureWords(format, t);
  const names = new Map(rounds.flatMap(({ plan, report }) => report.cells.flatMap((cell) => { const target = plan.targets.find(({ id }) => id === cell.target); return target ? [[target.code, targetName(target, language)] as const] : []; })));
  return {
    heads: rounds.map(({ quarter, cycle, report }) => {
      const [ranked] = report.ranking;
      return { text: `${t(`committee.quarter.${quarter}`)} ${cycle.year}`, score: format.number(ranked?.score, 2), met: ranked ? `${ranked.counts.met}/${scoredOf(ranked)}` : '–', state: report.missing.length > 0 ? 'missing' : report.late.length > 0 ? 'late' : 'onTime' };
    }),
    rows: [...names].map(([code, name]) => ({
      name,
      cells: rounds.map(({ plan, report, cycle, quarter }) => {
        const target = plan.targets.find((each) => each.code === code && report.cells.some((cell) => cell.target === each.id));
        const cell = report.cells.find((each) => each.target === target?.id);
        return target && cell ? { standing: cell.standing, figure: figures.ofCell(cell, target, target.measure), href: paths.cell(cycle.id, quarter, unit, target.id) } : undefined;
      }),
    })),
  };
}

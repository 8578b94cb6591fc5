import type { ComplianceCell } from '../../../domain/compliance/report.ts';
import type { Measure, Target } from '../../../domain/plan.ts';
import { standings, type Standing } from '../../../domain/verdict.ts';
import { paths } from '../../paths.ts';
import type { Formats } from '../../view/formats.ts';
import { html, type Markup } from '../../view/markup.ts';
import type { Translate } from '../../view/translate.ts';
import { figureWords } from './figure.ts';
import type { HeatMap, HeatRow } from './heat-map.ts';

export interface HeatTable {
  readonly cycle: string;
  readonly quarter: string;
  readonly map: HeatMap;
  /** Those of the map's rows that this page shows; the foot counts all of them. */
  readonly rows: readonly HeatRow[];
  readonly targets: ReadonlyMap<string, Target>;
  readonly t: Translate;
  readonly format: Formats;
}

/** The body and foot of the heat map. Made in code: at 260 units × 42 targets a template would take a second. */
export function heatRows({ cycle, quarter, map, rows, targets, t, format }: HeatTable): Markup {
  const words = Object.fromEntries(standings.map((name) => [name, { name: t(`standing.${name}`), symbol: t(`standing.symbol.${name}`) }])) as Readonly<Record<Standing, { name: string; symbol: string }>>;
  const figures = figureWords(format, t);
  const measures = new Map<string, Measure | undefined>(map.columns.map(({ target }) => [target, targets.get(target)?.measure]));
  const none = html`<td class="cell--none"><span aria-hidden="true">–</span><span class="govuk-visually-hidden">${words['not-applicable'].name}</span></td>`;

  const cell = (each: ComplianceCell, column: HeatMap['columns'][number]): Markup => {
    const { name, symbol } = words[each.standing];
    const figure = figures.ofCell(each, column, measures.get(column.target));
    return html`<td class="cell--${each.standing}"><a href="${paths.cell(cycle, quarter, each.unit, each.target)}" aria-label="${name} ${figure}">${symbol} ${figure}</a></td>`;
  };
  const row = (each: HeatRow): Markup => html`<tr><th scope="row"><a href="${paths.unitTrend(cycle, each.unit)}">${each.name}</a>${each.late ? html` <span class="heat__late">${t('committee.late')}</span>` : ''}</th><td class="figure">${format.number(each.score, 2)}</td><td class="figure">${each.counts.met}/${scoredOf(each)}</td>${map.columns.map((column) => {
    const found = each.cells.get(column.target);
    return found ? cell(found, column) : none;
  })}</tr>\n`;
  const foot = (column: HeatMap['columns'][number]): Markup => html`<td>${column.counts.met}/${column.bound}</td>`;
  return html`<tbody>${rows.map(row)}</tbody><tfoot><tr class="sum"><th scope="row">${t('committee.metOfBound')}</th><td></td><td class="figure">${map.counts.met}/${map.rows.reduce((sum, each) => sum + scoredOf(each), 0)}</td>${map.columns.map(foot)}</tr></tfoot>`;
}

/** Targets of the unit that count: neither inapplicable nor waived. */
export const scoredOf = ({ counts }: Pick<HeatRow, 'counts'>): number => standings.reduce((sum, name) => sum + (name === 'not-applicable' || name === 'waived' ? 0 : counts[name]), 0);

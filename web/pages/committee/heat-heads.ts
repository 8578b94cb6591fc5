import type { Plan } from '../../../domain/plan.ts';
import { paths, type Wanted } from '../../paths.ts';
import type { Visit } from '../../http/page.ts';
import { targetName, type FigureWords } from './figure.ts';
import type { HeatMap } from './heat-map.ts';

/** A head of the heat map that sorts by itself. */
export interface Head {
  readonly text: string;
  readonly link: string;
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly number?: number;
  readonly threshold?: string;
  readonly trend?: string;
}

/** Unit, points, then the targets: number and full name, threshold, and where the head leads. Points and names begin with the best and with A. */
export function heatHeads(map: HeatMap, wanted: Wanted, plan: Plan, cycle: string, figures: FigureWords, { t, language }: Pick<Visit, 't' | 'language'>): { readonly unit: Head; readonly points: Head; readonly targets: readonly Head[] } {
  const now = wanted['sort'] ?? 'name';
  const head = (name: string, text: string, first: '' | '-' = ''): Head => {
    const other = first === '-' ? '' : '-';
    const link = paths.compliance(cycle, { ...wanted, sort: now === `${first}${name}` ? `${other}${name}` : `${first}${name}` });
    return { text, link, sorted: now === name ? 'ascending' : now === `-${name}` ? 'descending' : undefined };
  };
  const targets = map.columns.map((column) => {
    const target = plan.targets.find(({ id }) => id === column.target);
    const bar = figures.short(column.threshold, column, target?.measure);
    return { ...head(column.target, target ? targetName(target, language) : column.name), number: column.number, trend: paths.targetTrend(cycle, column.target), threshold: target && target.measure !== 'yes-no' ? `${t(`committee.comparator.${target.comparator}`)} ${bar}` : bar };
  });
  return { unit: head('name', t('committee.unit')), points: head('points', t('committee.points'), '-'), targets };
}

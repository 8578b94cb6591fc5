import type { z } from 'zod';
import { readTargetTrend, readUnitTrend, type TargetPoint } from '../../../api/use-cases/trends.ts';
import { standings } from '../../../domain/verdict.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { lineChart, type ChartPoint } from '../../view/chart.ts';
import { formats } from '../../view/formats.ts';
import { forTemplate } from '../../view/markup.ts';
import { figureWords, targetName } from './figure.ts';
import { ofTarget, ofUnit } from './place.ts';
import { unitTrendTable } from './unit-trend-table.ts';

/** What moved between the first and the last figure, in words: also what the picture is read out as. */
function movedWords(points: readonly ChartPoint[], write: (value: number) => string, t: Visit['t']): string {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return t('committee.trend.noFigure');
  if (first === last) return t('committee.trend.oneFigure', { label: first.label, value: write(first.value) });
  return t(`committee.trend.${last.value > first.value ? 'rose' : last.value < first.value ? 'fell' : 'stayed'}`, { from: first.label, to: last.label, before: write(first.value), after: write(last.value) });
}

const labelOf = (t: Visit['t'], years: number) => ({ quarter, year }: { quarter: string; year: number }): string => t(years > 1 ? 'committee.trend.labelYear' : 'committee.trend.label', { quarter: t(`committee.trend.short.${quarter}`), year });

async function showTarget(visit: Visit<z.output<typeof ofTarget>>): Promise<View> {
  const { desk, t, language, params } = visit;
  const { cycle, target, points } = await readTargetTrend(desk, params.cycle, params.target);
  const format = formats(language);
  const figures = figureWords(format, t);
  const isYesNo = target.measure === 'yes-no';
  const write = (value: number): string => (isYesNo ? format.percent(value) : figures.short(value, target));
  const label = labelOf(t, new Set(points.map(({ year }) => year)).size);
  const drawn = points.map((point): ChartPoint => ({ label: label(point), value: point.value }));
  const moved = movedWords(drawn, write, t);
  const bar = (point: TargetPoint): string => (isYesNo ? t('committee.yes') : `${t(`committee.comparator.${point.target.comparator}`)} ${write(point.threshold)}`);
  const last = points.at(-1);
  return {
    template: 'committee/target-trend.njk', title: targetName(target, language), cycle, lead: moved, help: 'committee.trend.targetHelp', wide: true,
    crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('committee.compliance.title'), href: paths.compliance(cycle.id) }],
    model: {
      target, standings,
      chart: drawn.length > 0 && forTemplate(lineChart({ summary: `${targetName(target, language)}. ${moved}`, points: drawn, write, ...(target.unit === '%' || isYesNo ? { top: 100 } : {}), ...(last ? { threshold: { value: last.threshold, text: t('committee.trend.bar', { bar: bar(last) }) } } : {}) })),
      rows: points.map((point) => ({ ...point, label: `${t(`committee.quarter.${point.quarter}`)} ${point.year}`, figure: point.value === null ? '–' : write(point.value), bar: bar(point), milestone: isYesNo ? '–' : write(point.milestone), href: paths.compliance(point.cycle, { quarter: point.quarter, sort: point.target.id }) })),
    },
  };
}

export const targetTrendPage = page({ name: 'targetTrend', path: '/cycles/:cycle/trends/targets/:target', action: 'compliance.read', params: ofTarget, show: showTarget });

async function showUnit(visit: Visit<z.output<typeof ofUnit>>): Promise<View> {
  const { desk, caller, t, language, params } = visit;
  const { cycle, unitName, rounds } = await readUnitTrend(desk, caller, params.cycle, params.unit);
  const format = formats(language);
  const write = (value: number): string => format.number(value);
  const label = labelOf(t, new Set(rounds.map((round) => round.cycle.year)).size);
  const drawn = rounds.map(({ report, quarter, cycle: { year } }): ChartPoint => ({ label: label({ quarter, year }), value: report.missing.length > 0 ? null : report.ranking[0]?.score ?? null }));
  const moved = movedWords(drawn, (value) => t('committee.trend.points', { points: write(value) }), t);
  return {
    template: 'committee/unit-trend.njk', title: t('committee.trend.unitTitle', { unit: unitName }), cycle, lead: moved, help: 'committee.trend.unitHelp', wide: true,
    crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('committee.trend.title') }],
    model: {
      chart: drawn.length > 0 && forTemplate(lineChart({ summary: `${unitName}. ${moved}`, points: drawn, write, top: 100 })),
      table: unitTrendTable(rounds, params.unit, visit),
    },
  };
}

/** The unit itself may see how it moves. */
export const unitTrendPage = page({ name: 'unitTrend', path: '/cycles/:cycle/trends/units/:unit', action: 'submission.read', scope: 'unit', params: ofUnit, show: showUnit });

import type { z } from 'zod';
import { readCompliance } from '../../../api/use-cases/compliance.ts';
import { formulaText, lateDeduction } from '../../../domain/compliance/formula.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { formats } from '../../view/formats.ts';
import { pageAsked, pageOf } from '../../view/pager.ts';
import { asksQuarter, firstDue, inCycle, quarterChoices, roundOf, settingOf } from './place.ts';
import { rankingRows, type RankingRow } from './ranking-rows.ts';

const query = asksQuarter.extend({ page: pageAsked });

/** Rows of one page: a browser on an old computer lays them out within a second (docs/performance.md). */
const perPage = 100;

type Asked = Visit<z.output<typeof inCycle>, z.output<typeof query>>;

async function read(visit: Asked) {
  const setting = await settingOf(visit, visit.params.cycle);
  const round = roundOf(setting.rounds, visit.query.quarter);
  const report = round && (await readCompliance(visit.desk, setting.cycle.id, round.quarter));
  return { ...setting, round, report };
}

async function show(visit: Asked): Promise<View> {
  const { t, language } = visit;
  const { cycle, plan, rounds, crumbs, round, report } = await read(visit);
  const format = formats(language);
  const frame = { template: 'committee/ranking.njk', title: t('committee.ranking.title'), cycle, crumbs, wide: true } as const;
  if (!round || !report) return { ...frame, lead: t('committee.compliance.none', { date: format.date(firstDue(plan)) }), model: { round: undefined } };
  const rows = rankingRows(report, visit);
  const first = rows.filter(({ rank }) => rank === 1);
  const scored = rows.filter(({ rank, isMissing }) => rank !== null && !isMissing);
  const last = scored.filter(({ rank }) => rank === scored.at(-1)?.rank);
  const quarter = t(`committee.quarter.${round.quarter}`);
  return {
    ...frame,
    lead: first.length === 0 ? t('committee.ranking.nobody', { quarter }) : t(last[0]?.rank === 1 ? 'committee.ranking.leadAlone' : 'committee.ranking.lead', {
      quarter, units: namesOf(first, t), score: format.number(first[0]?.score, 2), last: namesOf(last, t), lowest: format.number(last[0]?.score, 2), missing: report.totals.missing, late: report.totals.late,
    }),
    model: {
      round, shown: pageOf(rows, { asked: visit.query.page, perPage, href: (number) => paths.ranking(cycle.id, { quarter: round.quarter, page: number }) }), formula: formulaText[language], lateDeduction, quarters: quarterChoices(rounds, t, format.date), since: report.movement && t(`quarters.${report.movement.since}`), movement: report.movement,
      csvLink: paths.rankingCsv(cycle.id, { quarter: round.quarter }),
    },
  };
}

/** Three names, and how many more there are. */
const namesOf = (rows: readonly RankingRow[], t: Visit['t']): string => {
  const names = rows.slice(0, 3).map(({ name }) => name).join(', ');
  return rows.length > 3 ? t('committee.ranking.andOthers', { names, count: rows.length - 3 }) : names;
};

export const rankingPage = page({ name: 'ranking', path: '/cycles/:cycle/ranking', action: 'compliance.read', params: inCycle, query, show });

export const rankingCsv = page({
  name: 'rankingCsv', path: '/cycles/:cycle/ranking.csv', action: 'compliance.read', params: inCycle, query,
  show: async (visit) => {
    const { t } = visit;
    const { round, report } = await read(visit);
    const head = ['rank', 'unit', 'points', 'met', 'scored', 'notCounted', 'lateHead', 'rankMove', 'pointsBefore', 'improved', 'worsened'].map((key) => t(`committee.ranking.head.${key}`));
    const rows = report ? rankingRows(report, visit).map((row) => [row.rank, row.name, row.score, row.met, row.scored, row.notCounted, t(row.isMissing ? 'committee.notSent' : row.late ? 'committee.late' : 'committee.onTime'), row.places, row.scoreBefore, row.improved, row.worsened]) : [];
    return csvFile(`${visit.params.cycle}-${round?.quarter ?? ''}-${t('committee.ranking.file')}`, [head, ...rows]);
  },
});

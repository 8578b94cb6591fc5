import { z } from 'zod';
import { readCompliance } from '../../../api/use-cases/compliance.ts';
import { standings, type Standing } from '../../../domain/verdict.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths, type Wanted } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { formats, type Formats } from '../../view/formats.ts';
import { forTemplate } from '../../view/markup.ts';
import { pageAsked, pageOf } from '../../view/pager.ts';
import { attentionIn } from './attention.ts';
import { countWords, figureWords } from './figure.ts';
import { heatMapOf, type HeatMap } from './heat-map.ts';
import { heatRows, scoredOf } from './heat-table.ts';
import { heatHeads } from './heat-heads.ts';
import { asksQuarter, firstDue, inCycle, quarterChoices, roundOf, settingOf, type Setting } from './place.ts';

const word = z.string().max(120).optional().catch(undefined);
const query = asksQuarter.extend({ level: word, group: word, sort: word, standing: z.enum(standings).optional().catch(undefined), page: pageAsked });

/** A browser on an old computer lays out so many rows of forty cells within a second, and a whole province in seven (docs/performance.md). */
const perPage = 40;

/** So many units and targets are named before the table. */
const named = 5;

type Asked = Visit<z.output<typeof inCycle>, z.output<typeof query>>;

async function read(visit: Asked, { cycle }: Setting, quarter: NonNullable<Asked['query']['quarter']>) {
  const { desk, query: wish } = visit;
  const [report, register] = await Promise.all([readCompliance(desk, cycle.id, quarter, { withMovement: false }), desk.registers.units()]);
  return { report, register, map: heatMapOf(report, register, wish) };
}

async function show(visit: Asked): Promise<View> {
  const { t, language, params, query: wish } = visit;
  const setting = await settingOf(visit, params.cycle);
  const { cycle, plan, rounds, crumbs } = setting;
  const format = formats(language);
  const frame = { template: 'committee/compliance.njk', title: t('committee.compliance.title'), help: 'committee.compliance.help', cycle, crumbs, wide: true } as const;
  const round = roundOf(rounds, wish.quarter);
  if (!round) return { ...frame, lead: t('committee.compliance.none', { date: format.date(firstDue(plan)) }), model: { round: undefined } };
  const { report, register, map } = await read(visit, setting, round.quarter);
  const wanted: Wanted = { quarter: round.quarter, level: wish.level, group: wish.group, standing: wish.standing, sort: wish.sort };
  const shown = pageOf(map.rows, { asked: wish.page, perPage, href: (number) => paths.compliance(cycle.id, { ...wanted, page: number }) });
  const units = report.ranking.map(({ unit }) => register.get(unit));
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  return {
    ...frame, lead: leadOf(map, round.quarter, t, format),
    model: {
      round, wanted, map,
      // of the whole province: not below a part of it
      attention: !wish.level && !wish.group && !wish.standing && shown.from <= 1 ? await attentionIn(visit, cycle, plan, report, named) : undefined,
      quarters: quarterChoices(rounds, t, format.date),
      levels: [...new Set(units.flatMap((unit) => unit?.level ?? []))].map((value) => ({ value, text: t(`units.level.${value}`) })),
      groups: [...new Set(units.flatMap((unit) => unit?.group ?? []))].map((value) => ({ value, text: t.has(`units.group.${value}`) ? t(`units.group.${value}`) : value })),
      standings, heads: heatHeads(map, wanted, plan, cycle.id, figureWords(format, t), visit),
      rows: forTemplate(heatRows({ cycle: cycle.id, quarter: round.quarter, map, rows: shown.rows, targets, t, format })),
      shown, csvLink: paths.complianceCsv(cycle.id, wanted),
    },
  };
}

/** The state in a sentence. */
function leadOf({ rows, reported, counts }: HeatMap, quarter: string, t: Visit['t'], format: Formats): string {
  if (rows.length === 0) return t('committee.compliance.nobody');
  return t('committee.compliance.lead', { quarter: t(`committee.quarter.${quarter}`), reported, units: rows.length, ...countWords(counts, format) });
}

export const compliancePage = page({ name: 'compliance', path: '/cycles/:cycle/compliance', action: 'compliance.read', params: inCycle, query, show });

export const complianceCsv = page({
  name: 'complianceCsv', path: '/cycles/:cycle/compliance.csv', action: 'compliance.read', params: inCycle, query,
  show: async (visit) => {
    const { t, params, query: wish } = visit;
    const setting = await settingOf(visit, params.cycle);
    const round = roundOf(setting.rounds, wish.quarter);
    if (!round) return csvFile(`${params.cycle}`, [[t('committee.unit')]]);
    const { map } = await read(visit, setting, round.quarter);
    const head = [t('committee.unitCode'), t('committee.unit'), t('committee.points'), t('committee.met'), t('committee.scored'), ...map.columns.flatMap(({ name, unit }) => [`${name} (${unit})`, t('committee.standingOf', { name })])];
    const words = Object.fromEntries(standings.map((name) => [name, t(`standing.${name}`)])) as Readonly<Record<Standing, string>>;
    const rows = map.rows.map((row) => [row.unit, row.name, row.score, row.counts.met, scoredOf(row), ...map.columns.flatMap(({ target }) => {
      const cell = row.cells.get(target);
      return cell ? [cell.value, words[cell.standing]] : [null, words['not-applicable']];
    })]);
    return csvFile(`${params.cycle}-${round.quarter}-${t('committee.compliance.file')}`, [head, ...rows]);
  },
});

import type { z } from 'zod';
import { getQuarter } from '../../../api/use-cases/compliance.ts';
import { listDirectives } from '../../../api/use-cases/directives.ts';
import type { ComplianceReport } from '../../../domain/compliance/report.ts';
import { formulaText } from '../../../domain/compliance/formula.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { standings } from '../../../domain/verdict.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { directiveRows } from './directives.ts';
import { figureWords, targetName } from './figure.ts';
import { ofQuarter, settingOf } from './place.ts';
import { rankingRows } from './ranking-rows.ts';
import { typedWords } from './typed.ts';

type Asked = Visit<z.output<typeof ofQuarter>>;

/** The report of a closed round as it was presented; what was corrected later stands beside it and changes nothing in it. */
async function show(visit: Asked): Promise<View> {
  const { desk, caller, t, language, params } = visit;
  const { cycle, plan, crumbs } = await settingOf(visit, params.cycle);
  const round = await getQuarter(desk, cycle.id, params.quarter);
  const quarter = t(`committee.quarter.${params.quarter}`);
  const format = formats(language);
  const frame = { template: 'committee/quarter.njk', title: t('committee.frozen.title', { quarter: t(`quarters.${params.quarter}`), year: cycle.year }), cycle, crumbs: [...crumbs, { text: t('committee.quarters.title'), href: paths.quarters(cycle.id) }], wide: true } as const;
  const report = round.frozen as ComplianceReport | null;
  if (!report) return { ...frame, lead: t('committee.frozen.notYet', { quarter }), model: { report: undefined, live: paths.compliance(cycle.id, { quarter: params.quarter }) } };
  const units = await desk.registers.units();
  const directives = await directiveRows(visit, await listDirectives(desk, caller, { cycle: cycle.id, quarter: params.quarter }));
  const nameOf = (unit: string): string => report.ranking.find((each) => each.unit === unit)?.name ?? units.get(unit)?.name ?? unit;
  const figures = figureWords(format, t);
  const targetOf = new Map(plan.targets.map((target) => [target.id, target]));
  const nameIn = (id: string, otherwise: string): string => { const target = targetOf.get(id); return target ? targetName(target, language) : otherwise; };
  const { totals, movement } = report;
  return {
    ...frame,
    lead: t('committee.frozen.lead', { date: format.date(round.frozenAt === null ? null : dateOf(round.frozenAt)), reported: totals.units - totals.missing, units: totals.units, met: totals.counts.met, onTrack: totals.counts['on-track'], missed: totals.counts.missed, behind: totals.counts.behind, noData: totals.counts['no-data'] }),
    model: {
      report, totals, standings, movement, since: movement && t(`committee.quarter.${movement.since}`), live: paths.compliance(cycle.id, { quarter: params.quarter }), formula: formulaText[language], frozenAt: round.frozenAt,
      ranking: rankingRows(report, visit), directives, decide: isAllowed(caller.actor, 'directive.write') ? paths.newDirective(cycle.id, { quarter: params.quarter }) : undefined,
      targets: report.targets.map((each, index) => ({ ...each, name: nameIn(each.target, each.name), number: index + 1, href: paths.targetTrend(cycle.id, each.target), bar: figures.short(each.threshold, each, targetOf.get(each.target)?.measure), metBefore: movement?.targets.find(({ target }) => target === each.target)?.metBefore })),
      late: report.late.map((each) => ({ ...each, name: nameOf(each.unit) })),
      missing: report.missing.map((each) => ({ ...each, name: nameOf(each.unit) })),
      restatements: round.restatements.map((each) => {
        const target = targetOf.get(each.target);
        const words = target ?? { measure: 'count' as const, unit: '' };
        const frozen = report.cells.find((cell) => cell.unit === each.unit && cell.target === each.target);
        return { at: each.at, unit: nameOf(each.unit), target: nameIn(each.target, each.target), href: paths.cell(cycle.id, params.quarter, each.unit, each.target), presented: frozen && `${t(`standing.symbol.${frozen.standing}`)} ${figures.ofCell(frozen, words, words.measure)}`, before: typedWords(each.before, words, visit).line, after: typedWords(each.after, words, visit).line };
      }),
    },
  };
}

export const quarterPage = page({ name: 'frozenQuarter', path: '/cycles/:cycle/quarters/:quarter', action: 'compliance.read', params: ofQuarter, show });

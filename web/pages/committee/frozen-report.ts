import { getQuarter } from '../../../api/use-cases/compliance.ts';
import { listDirectives } from '../../../api/use-cases/directives.ts';
import type { DirectiveStanding } from '../../../domain/compliance/directives.ts';
import type { ComplianceReport } from '../../../domain/compliance/report.ts';
import type { Quarter } from '../../../domain/plan.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { directiveRows } from './directives.ts';
import { figureWords, targetName } from './figure.ts';
import type { Setting } from './place.ts';
import { rankingRows } from './ranking-rows.ts';
import { typedWords } from './typed.ts';

/** A directive as the frozen report has it. */
const followedRow = (each: DirectiveStanding, cycle: string, { t, nameOf }: { readonly t: Visit['t']; readonly nameOf: (unit: string) => string }) => ({
  ...each, href: paths.directive(cycle, each.id), unitName: nameOf(each.unit), dueView: { date: each.due, left: '', isOver: each.overdue },
  tone: each.state === 'done' ? 'done' : each.overdue ? 'over' : 'waiting', stateName: t(`committee.directives.states.${each.overdue ? 'overdue' : each.state}`),
});

/** The report of a closed round as it was presented, with its directives and what was corrected later, in the words that screen and paper share; undefined until it is frozen. */
export async function frozenReport(visit: Visit, { cycle, plan }: Setting, quarter: Quarter) {
  const { desk, caller, t, language } = visit;
  const round = await getQuarter(desk, cycle.id, quarter);
  const report = round.frozen as ComplianceReport | null;
  if (!report || round.frozenAt === null) return undefined;
  const format = formats(language);
  const units = await desk.registers.units();
  const directives = await directiveRows(visit, await listDirectives(desk, caller, { cycle: cycle.id, quarter }));
  const nameOf = (unit: string): string => report.ranking.find((each) => each.unit === unit)?.name ?? units.get(unit)?.name ?? unit;
  const figures = figureWords(format, t);
  const targetOf = new Map(plan.targets.map((target) => [target.id, target]));
  const nameIn = (id: string, otherwise: string): string => { const target = targetOf.get(id); return target ? targetName(target, language) : otherwise; };
  const { movement } = report;
  return {
    report, frozenAt: round.frozenAt, movement, since: movement && t(`quarters.${movement.since}`), ranking: rankingRows(report, visit), directives, followed: (report.directives ?? []).map((each) => followedRow(each, cycle.id, { t, nameOf })),
    targets: report.targets.map((each, index) => ({ ...each, name: nameIn(each.target, each.name), number: index + 1, href: paths.targetTrend(cycle.id, each.target), bar: figures.short(each.threshold, each, targetOf.get(each.target)?.measure), metBefore: movement?.targets.find(({ target }) => target === each.target)?.metBefore })),
    late: report.late.map((each) => ({ ...each, name: nameOf(each.unit) })),
    missing: report.missing.map((each) => ({ ...each, name: nameOf(each.unit) })),
    restatements: round.restatements.map((each) => {
      const target = targetOf.get(each.target);
      const words = target ?? { measure: 'count' as const, unit: '' };
      const frozen = report.cells.find((cell) => cell.unit === each.unit && cell.target === each.target);
      return { at: each.at, unit: nameOf(each.unit), target: nameIn(each.target, each.target), href: paths.cell(cycle.id, quarter, each.unit, each.target), presented: frozen && `${t(`standing.symbol.${frozen.standing}`)} ${figures.ofCell(frozen, words, words.measure)}`, before: typedWords(each.before, words, visit).line, after: typedWords(each.after, words, visit).line };
    }),
  };
}

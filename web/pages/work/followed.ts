import { listQuarters, readCompliance } from '../../../api/use-cases/compliance.ts';
import { listDirectives } from '../../../api/use-cases/directives.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { quarters, type Quarter } from '../../../domain/plan.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { attentionIn } from '../committee/attention.ts';
import { countWords } from '../committee/figure.ts';

/** So many units and targets are named of each year. */
const named = 3;

/** For those who steer the years: each that runs, with its figures of today, its last report and its directives; the committee reads who is behind, on what and since when. */
export async function followed(visit: Visit, open: readonly Cycle[]) {
  const { desk, caller, t, language } = visit;
  if (!isAllowed(caller.actor, 'directive.write')) return [];
  const { date } = formats(language);
  return Promise.all((open.length > 0 ? open : await lastEnded(visit)).map(async (cycle) => {
    const { id, title, rehearsal } = cycle;
    const [rounds, directives] = await Promise.all([listQuarters(desk, id), listDirectives(desk, caller, { cycle: id, show: 'open' })]);
    const [latest, frozen] = [rounds, rounds.filter(({ state }) => state === 'frozen')].map((some) => some.toSorted((a, b) => quarters.indexOf(a.quarter) - quarters.indexOf(b.quarter)).at(-1));
    return {
      title, rehearsal, href: paths.cycle(id), directivesHref: paths.directives(id), directives: t('work.followed.directives', { open: directives.length, overdue: directives.filter(({ overdue }) => overdue).length }),
      figures: latest && { href: paths.compliance(id, { quarter: latest.quarter }), text: t(`work.followed.${latest.state === 'frozen' ? 'frozen' : 'open'}`, { quarter: t(`committee.quarter.${latest.quarter}`) }) },
      report: frozen && { href: paths.quarter(id, frozen.quarter), text: t('work.followed.report', { quarter: t(`quarters.${frozen.quarter}`), date: date(frozen.frozenAt === null ? null : dateOf(frozen.frozenAt)) }) },
      brief: latest && caller.actor.roles.includes('committee') ? await briefOf(visit, cycle, latest.quarter) : undefined,
    };
  }));
}

/** Between the years the one that ended last is looked back on. */
const lastEnded = async ({ desk }: Visit): Promise<readonly Cycle[]> => (await desk.record.read.cycles.list()).filter(({ state }) => state === 'closed').toSorted((a, b) => Number(a.rehearsal) - Number(b.rehearsal) || b.year - a.year).slice(0, 1);

/** What a member of the committee should know before a meeting. */
async function briefOf(visit: Visit, cycle: Cycle, quarter: Quarter) {
  const { desk, t, language } = visit;
  const [report, plan] = await Promise.all([readCompliance(desk, cycle.id, quarter, { withMovement: false }), desk.registers.plan(cycle.planHash)]);
  const { units, missing, counts } = report.totals;
  return {
    state: t('committee.compliance.lead', { quarter: t(`committee.quarter.${quarter}`), reported: units - missing, units, ...countWords(counts, formats(language)) }),
    attention: await attentionIn(visit, cycle, plan, report, named),
  };
}

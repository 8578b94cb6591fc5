import { z } from 'zod';
import { listDirectives, type ListedDirective } from '../../../api/use-cases/directives.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { directiveFilters } from '../../../domain/directive.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';
import { inCycle } from './place.ts';

const query = z.object({ show: z.enum(directiveFilters).optional().catch(undefined) });

/** Directives as tables show them. */
export async function directiveRows({ desk, t }: Pick<Visit, 'desk' | 't'>, directives: readonly ListedDirective[]) {
  const [units, calendar] = await Promise.all([desk.registers.units(), desk.registers.calendar()]);
  const cycle = directives[0] && (await desk.registers.cycle(directives[0].cycle));
  const today = dateOf(cycle ? calendarAt(cycle.clock, desk.now()) : desk.now());
  return directives.map((each) => ({
    ...each, href: paths.directive(each.cycle, each.id), unitName: units.get(each.unit)?.name ?? each.unit, dueView: each.state === 'done' ? { date: each.due, left: '', isOver: false } : dueView(each.due, today, calendar, t),
    tone: each.state === 'done' ? 'done' : each.overdue ? 'over' : 'waiting', stateName: t(`committee.directives.states.${each.overdue ? 'overdue' : each.state}`),
  }));
}

async function show(visit: Visit<z.output<typeof inCycle>, z.output<typeof query>>): Promise<View> {
  const { desk, caller, t, params, query: wish } = visit;
  const cycle = await desk.registers.cycle(params.cycle);
  const all = await listDirectives(desk, caller, { cycle: cycle.id });
  const count = { all: all.length, open: all.filter(({ state }) => state === 'open').length, overdue: all.filter(({ overdue }) => overdue).length, done: all.filter(({ state }) => state === 'done').length };
  const shown = all.filter((each) => wish.show === undefined || (wish.show === 'overdue' ? each.overdue : each.state === wish.show));
  return {
    template: 'committee/directives.njk', title: t('committee.directives.title'), help: 'committee.directives.help', cycle, crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }], wide: true,
    lead: all.length === 0 ? t('committee.directives.none') : t('committee.directives.lead', count),
    model: {
      rows: await directiveRows(visit, shown), mayDecide: isAllowed(caller.actor, 'directive.write'),
      tabs: ([undefined, ...directiveFilters] as const).map((filter) => ({ href: paths.directives(cycle.id, { show: filter }), text: t(`committee.directives.filter.${filter ?? 'all'}`), count: count[filter ?? 'all'], isCurrent: filter === wish.show })),
    },
  };
}

export const directivesPage = page({ name: 'directives', path: '/cycles/:cycle/directives', action: 'directive.read', scope: 'list', params: inCycle, query, show });

import { inCycle } from '../../../api/contracts/common.ts';
import { listQueue } from '../../../api/use-cases/work.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';

/** What can be decided for several units at once: the good answers only. A return needs its own reason. */
export const manyKinds = { conclude: 'concludeFit', decide: 'approve' } as const;
export type Many = keyof typeof manyKinds;

async function show({ desk, caller, t, params: { cycle: id } }: Visit<{ cycle: string }>): Promise<View> {
  const [items, cycle, units, calendar] = await Promise.all([listQueue(desk, caller, id), desk.registers.cycle(id), desk.registers.units(), desk.registers.calendar()]);
  const today = dateOf(calendarAt(cycle.clock, desk.now()));
  const rows = items.filter(({ what }) => what === 'give-opinion' || what === 'conclude' || what === 'decide').map((item) => ({
    ...item, unitName: units.get(item.unit)?.name ?? item.unit, due: dueView(item.due, today, calendar, t),
    href: item.what === 'give-opinion' && item.aspect ? paths.opinion(item, item.aspect) : item.what === 'conclude' ? paths.conclusion(item) : paths.decision(item),
  }));
  const over = rows.filter(({ overdue }) => overdue).length;
  const groups = (Object.keys(manyKinds) as Many[]).map((many) => ({ many, rows: rows.filter(({ what }) => what === many) })).filter((group) => group.rows.length > 0);
  return {
    template: 'appraisal/queue.njk', title: t('appraisal.queue.title'), help: 'appraisal.queue.help', cycle, wide: true,
    lead: rows.length === 0 ? t('appraisal.queue.none') : t(over === 0 ? 'appraisal.queue.some' : 'appraisal.queue.someOver', { count: rows.length, over }),
    crumbs: [{ text: t('navigation.work'), href: paths.work() }, { text: cycle.title, href: paths.cycle(id) }, { text: t('appraisal.queue.title') }],
    model: { opinions: rows.filter(({ what }) => what === 'give-opinion'), groups, action: paths.decideMany(id) },
  };
}

export const queuePage = page({ name: 'queue', path: '/cycles/:cycle/queue', action: 'cycle.read', params: inCycle, show });

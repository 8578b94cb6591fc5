import { listWork, type WorkItem } from '../../../api/use-cases/work.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';

/** Where each kind of work is done. */
const places = {
  'write-plan': paths.draft, 'write-report': paths.draft, 'review-report': paths.duty, 'conclude': paths.conclusion, 'decide': paths.decision,
  'give-opinion': (item) => (item.aspect === null ? paths.duty(item) : paths.opinion(item, item.aspect)),
} as const satisfies Readonly<Record<WorkItem['what'], (item: WorkItem) => string>>;

async function show({ desk, caller, t }: Visit): Promise<View> {
  const [items, units, calendar] = await Promise.all([listWork(desk, caller), desk.registers.units(), desk.registers.calendar()]);
  const cycles = new Map(await Promise.all([...new Set(items.map(({ cycle }) => cycle))].map(async (id) => [id, await desk.registers.cycle(id)] as const)));
  const rows = items.map((item) => {
    const cycle = cycles.get(item.cycle);
    const today = dateOf(cycle ? calendarAt(cycle.clock, desk.now()) : desk.now());
    return { ...item, unitName: units.get(item.unit)?.name ?? item.unit, cycleTitle: cycle?.title ?? item.cycle, href: places[item.what](item), due: dueView(item.due, today, calendar, t) };
  });
  const over = rows.filter(({ overdue }) => overdue).length;
  const lead = rows.length === 0 ? t('work.none') : over === 0 ? t('work.some', { count: rows.length }) : t('work.someOver', { count: rows.length, over });
  return { template: 'work/work.njk', title: t('work.title'), lead, help: 'work.help', wide: true, model: { rows } };
}

export const workPage = page({ name: 'work', path: '/work', action: 'self.read', show });

/** The start page of everybody. */
export const homePage = page({ name: 'home', path: '/', action: 'self.read', show });

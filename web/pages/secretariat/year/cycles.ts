import { calendarAt } from '../../../../domain/cycle-clock.ts';
import { isCycleOver } from '../../../../domain/cycle-over.ts';
import { dateOf } from '../../../../domain/plain-date.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import { comingDates } from '../../../../domain/view/coming.ts';
import { page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { comingView } from './coming.ts';

/** Every cycle, the newest first. */
async function show({ desk, caller, t }: Visit): Promise<View> {
  const [cycles, calendar] = await Promise.all([desk.record.read.cycles.list(), desk.registers.calendar()]);
  const rows = await Promise.all(cycles.map(async (cycle) => {
    const today = dateOf(calendarAt(cycle.clock, desk.now()));
    const [next] = comingDates(cycle, calendar, today);
    return { ...cycle, href: paths.cycle(cycle.id), units: (await desk.registers.members(cycle.id)).size, next: next && comingView(next, { today, calendar, t }) };
  }));
  const running = cycles.filter((cycle) => !isCycleOver(cycle)).length;
  return {
    template: 'secretariat/cycles.njk', title: t('secretariat.cycles.title'), wide: true, help: 'secretariat.cycles.help',
    lead: cycles.length === 0 ? t('secretariat.cycles.none') : t('secretariat.cycles.running', { count: running }),
    model: { rows, canLaunch: isAllowed(caller.actor, 'cycle.launch') },
  };
}

export const cyclesPage = page({ name: 'cycles', path: '/cycles', action: 'cycle.list', show });

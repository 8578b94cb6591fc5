import { inCycle } from '../../../api/contracts/common.ts';
import { findMember, listDuties } from '../../../api/use-cases/reading.ts';
import type { Duty } from '../../../domain/duty.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { Quarter } from '../../../domain/plan.ts';
import { isTooLateFor } from '../../../domain/view/quarter-view.ts';
import { quarterOpensAt } from '../../../domain/view/report-dates.ts';
import { page } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';
import { formats } from '../../view/formats.ts';

const waiting: readonly Duty['state'][] = ['draft', 'open', 'returned'];

/** The year of one unit as a list of tasks: its plan, then its reports; nothing that is another's. */
export const checklistPage = page<typeof inCycle>({
  name: 'checklist', path: '/cycles/:cycle/checklist', action: 'draft.read', scope: 'list', params: inCycle,
  show: async ({ desk, caller, params, t, language }) => {
    const cycle = await desk.registers.cycle(params.cycle);
    const { unit } = caller.actor;
    const [calendar, { items }, member] = await Promise.all([desk.registers.calendar(), listDuties(desk, caller, { cycle: cycle.id, unit }, { limit: 20 }), findMember(desk, cycle.id, unit)]);
    const format = formats(language);
    const today = dateOf(calendarAt(cycle.clock, desk.now()));
    const notOwed = (quarter: Quarter | null): string | undefined => {
      if (!member) return undefined;
      if (member.leftOn !== null) return t('quarters.left', { date: format.date(member.leftOn) });
      const period = cycle.settings.calendar.periods.find((each) => each.quarter === quarter);
      return period && isTooLateFor(period, member) ? t('quarters.exempt', { quarters: t(`quarters.${period.quarter}`), date: format.date(member.joinedOn) }) : undefined;
    };
    const rowOf = (name: string, quarter: Quarter | null, opens: string | undefined, dueOn: string) => {
      const duty = items.find((each) => each.quarter === quarter);
      if (!duty) return { name, opens, dueOn, notOwed: notOwed(quarter) };
      const isWaiting = waiting.includes(duty.state);
      const place = { cycle: cycle.id, unit, quarter };
      return {
        name, duty, isWaiting, href: isWaiting ? paths.draft(place) : paths.duty(place), story: paths.duty(place), due: isWaiting ? dueView(duty.due, today, calendar, t) : undefined,
        act: duty.state === 'returned' ? 'mend' : isWaiting ? 'write' : 'look',
      };
    };
    const rows = [
      rowOf(t('agency.checklist.plan', { year: cycle.year }), null, undefined, cycle.settings.calendar.draftsDue),
      ...cycle.settings.calendar.periods.map(({ quarter, due }) => rowOf(t('agency.checklist.report', { quarter: t(`quarters.${quarter}`) }), quarter, dateOf(quarterOpensAt(quarter, cycle, calendar)), calendar.dueOn(due))),
    ];
    const open = rows.filter((row) => row.isWaiting);
    const over = open.filter(({ due }) => due?.isOver).length;
    return {
      template: 'agency/checklist.njk', title: t('agency.checklist.title'), help: 'agency.checklist.help', cycle, wide: true,
      lead: t(over > 0 ? 'agency.checklist.leadOver' : 'agency.checklist.lead', { waiting: open.length, over, done: rows.filter((row) => row.duty && !row.isWaiting).length }),
      crumbs: [{ text: t('navigation.work'), href: paths.work() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('agency.checklist.title') }], model: { rows },
    };
  },
});

import { z } from 'zod';
import { decideDirective as contract } from '../../../api/contracts/directive.ts';
import { quarter, unitCode } from '../../../api/contracts/common.ts';
import { decideDirective } from '../../../api/use-cases/directing.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { targetName } from './figure.ts';
import { inCycle } from './place.ts';

const query = z.object({ quarter: quarter.optional().catch(undefined), unit: unitCode.optional().catch(undefined), target: z.string().max(120).optional().catch(undefined) });

/** Dates offered: so many working days from today. */
const spans = [5, 10, 20] as const;

/** The choices that deciding, and revising, need: units and dates in working days. */
export async function choicesIn({ desk, t, language }: Pick<Visit, 'desk' | 't' | 'language'>, cycleId: string) {
  const [cycle, units, members, calendar] = await Promise.all([desk.registers.cycle(cycleId), desk.registers.units(), desk.registers.members(cycleId), desk.registers.calendar()]);
  const today = dateOf(calendarAt(cycle.clock, desk.now()));
  const format = formats(language);
  return {
    cycle, today,
    units: [...members].map((code) => ({ value: code, text: units.get(code)?.name ?? code })).toSorted((a, b) => a.text.localeCompare(b.text, 'vi')),
    dateHint: t('committee.directives.dateHint', { today: format.day(today), dates: spans.map((days) => t('committee.directives.workingDays', { days, date: format.day(calendar.addWorkingDays(today, days)) })).join('; ') }),
  };
}

async function show(visit: Visit<z.output<typeof inCycle>, Partial<z.output<typeof query>>>): Promise<View> {
  const { desk, t, language, params, query: wish } = visit;
  const { cycle, units, today, dateHint } = await choicesIn(visit, params.cycle);
  const plan = await desk.registers.plan(cycle.planHash);
  const choose = { value: '', text: t('committee.directives.choose') };
  return {
    template: 'committee/new-directive.njk', title: t('committee.directives.new'), lead: t('committee.directives.newLead'), cycle,
    crumbs: [{ text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('committee.directives.title'), href: paths.directives(cycle.id) }],
    model: {
      today, dateHint, wish, action: paths.directives(cycle.id),
      units: [choose, ...units],
      targets: [{ value: '', text: t('committee.directives.noTarget') }, ...plan.targets.map((target) => ({ value: target.id, text: targetName(target, language) }))],
      quarters: [{ value: '', text: t('committee.directives.noQuarter') }, ...plan.calendar.periods.map((period) => ({ value: period.quarter, text: t(`committee.quarter.${period.quarter}`) }))],
    },
  };
}

export const newDirectivePage = page({ name: 'newDirective', path: '/cycles/:cycle/directives/new', action: 'directive.write', params: inCycle, query, show });

export const decideDirectiveAct = act({
  name: 'decideDirective', path: '/cycles/:cycle/directives', action: 'directive.write', params: inCycle, form: contract, once: true,
  run: ({ desk, caller, params }, form) => decideDirective(desk, caller, { ...params, ...form }),
  then: ({ directive }) => ({ to: paths.directive(directive.cycle, directive.id), notice: 'committee.directives.decided', figures: { number: directive.number } }),
  again: (visit) => show({ ...visit, query: {} }),
});

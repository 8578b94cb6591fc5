import { viewDuty, type DutyView } from '../../../api/use-cases/duty-view.ts';
import { dutyTimes, type DutyTimes } from '../../../api/use-cases/duty-times.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { PlainDate } from '../../../domain/date.ts';
import type { Role } from '../../../domain/roles.ts';
import type { Duty } from '../../../domain/duty.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';
import type { Crumb, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../view/translate.ts';
import type { DutyParams } from './on-both.ts';

/** All that the parts of a duty's page are made from, read once. */
export interface DutyHere {
  readonly place: DutyParams;
  readonly view: DutyView;
  readonly times: DutyTimes;
  readonly cycle: Cycle;
  readonly units: ReadonlyMap<string, Unit>;
  readonly calendar: WorkingCalendar;
  readonly today: PlainDate;
  /** `Kế hoạch năm 2022`, `Báo cáo quý I năm 2022`. */
  readonly name: string;
  readonly unitName: string;
}

export async function readHere({ desk, caller, params, t }: Visit<DutyParams>): Promise<DutyHere> {
  const view = await viewDuty(desk, caller, params);
  const [cycle, units, calendar, times] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.units(), desk.registers.calendar(), dutyTimes(desk, view.duty)]);
  return {
    place: params, view, times, cycle, units, calendar, today: dateOf(calendarAt(cycle.clock, desk.now())),
    name: nameOf(view.duty, cycle, t), unitName: units.get(params.unit)?.name ?? params.unit,
  };
}

export function nameOf({ quarter }: Pick<Duty, 'quarter'>, { year }: Pick<Cycle, 'year'>, t: Translate): string {
  return quarter === null ? t('duty.plan', { year }) : t('duty.report', { year, quarter: t(`quarters.${quarter}`) });
}

/** The way down to a page of a duty: the unit itself comes from the list of its year, who judges plans from the queue, others from the cycle. */
export function crumbsOf({ cycle, name, place, unitName }: Pick<DutyHere, 'cycle' | 'name' | 'place' | 'unitName'>, { t, caller: { actor } }: Pick<Visit, 't' | 'caller'>, ...below: readonly Crumb[]): readonly Crumb[] {
  const isOwn = actor.unit === place.unit && actor.roles.includes('agency');
  const own: Crumb = { text: isOwn ? name : `${name}, ${unitName}`, ...(below.length > 0 ? { href: paths.duty(place) } : {}) };
  const above: Crumb = isOwn ? { text: t('agency.checklist.title'), href: paths.checklist(cycle.id) }
    : place.quarter === undefined && judges.some((role) => actor.roles.includes(role)) ? { text: t('appraisal.queue.title'), href: paths.queue(cycle.id) } : { text: cycle.title, href: paths.cycle(cycle.id) };
  return [{ text: t('navigation.work'), href: paths.work() }, above, own, ...below];
}

const judges: readonly Role[] = ['appraiser', 'approver'];

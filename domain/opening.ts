import type { Cycle, CycleUnit } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Duty, Opinion } from './duty.ts';
import { opinionId, planDutyId, reportDutyId } from './ids.ts';
import { dateOf } from './plain-date.ts';
import { aspects, type PlanPeriod, type Quarter } from './plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/*
 * What is opened, with which due date. Every due date of the process is set here, for people's acts and workflows' acts
 * alike: a date on a day off ends with the working day after it, and nobody gets less than the allowance from today.
 */

type Settings = Pick<Cycle, 'settings'>;
type Days = Pick<WorkingCalendar, 'dueOn' | 'addWorkingDays'>;
type Opening = Pick<CycleUnit, 'unit' | 'shard'>;

/** When a plan opened on `today` is due. */
export function planDue({ settings }: Settings, calendar: Days, today: PlainDate): PlainDate {
  return later(calendar.dueOn(settings.calendar.draftsDue), calendar.addWorkingDays(today, settings.allowances.revision));
}

/** When a report opened on `today` is due. */
export function reportDue({ settings }: Settings, period: Pick<PlanPeriod, 'due'>, calendar: Days, today: PlainDate): PlainDate {
  const due = calendar.dueOn(period.due);
  return due >= today ? due : calendar.addWorkingDays(today, settings.allowances.reportOpens);
}

/** When a duty was to be due by its cycle's own dates, before a calendar moved it. Undefined for a quarter that the cycle's calendar does not list. */
export function statedDue({ settings: { calendar } }: Settings, { quarter }: Pick<Duty, 'quarter'>): PlainDate | undefined {
  return quarter === null ? calendar.draftsDue : calendar.periods.find((each) => each.quarter === quarter)?.due;
}

/** When the next round is due after a return, or after an ended duty was opened again. */
export function revisionDue({ settings }: Settings, calendar: Days, today: PlainDate): PlainDate {
  return calendar.addWorkingDays(today, settings.allowances.revision);
}

/** When opinions asked today are due. */
export function aspectDue({ settings }: Settings, calendar: Days, today: PlainDate): PlainDate {
  return calendar.addWorkingDays(today, settings.allowances.appraisal);
}

export function conclusionDue({ settings }: Settings, calendar: Days, today: PlainDate): PlainDate {
  return calendar.addWorkingDays(today, settings.allowances.conclusion);
}

export function approvalDue({ settings }: Settings, calendar: Days, today: PlainDate): PlainDate {
  return calendar.addWorkingDays(today, settings.allowances.approval);
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Plan duties of units that begin at `at`. */
export function firstPlanDuties(cycle: Settings & Pick<Cycle, 'id'>, units: readonly Opening[], calendar: Days, at: Instant): readonly Duty[] {
  const due = planDue(cycle, calendar, dateOf(at));
  return units.map(({ unit, shard }) => ({ ...untouched(cycle.id, unit, shard, due, at), id: planDutyId(cycle.id, unit), kind: 'plan', quarter: null, state: 'draft' }));
}

/** Report duties of one quarter. */
export function reportDuties(cycle: Settings & Pick<Cycle, 'id'>, quarter: Quarter, units: readonly Opening[], calendar: Days, at: Instant): readonly Duty[] {
  const due = reportDue(cycle, getPeriod(cycle, quarter), calendar, dateOf(at));
  return units.map(({ unit, shard }) => ({ ...untouched(cycle.id, unit, shard, due, at), id: reportDutyId(cycle.id, quarter, unit), kind: 'report', quarter, state: 'open' }));
}

function untouched(cycle: string, unit: string, shard: number, due: PlainDate, at: Instant): Omit<Duty, 'id' | 'kind' | 'quarter' | 'state'> {
  return {
    cycle, unit, version: 1, round: 1, due, unitDue: due, late: false, submission: null, contentHash: null, approvedHash: null, shard, openedAt: at, submittedAt: null, endedAt: null,
  };
}

/** Throws RangeError when the cycle's calendar has no such quarter. */
export function getPeriod({ settings }: Settings, quarter: Quarter): PlanPeriod {
  const period = settings.calendar.periods.find((each) => each.quarter === quarter);
  if (!period) throw new RangeError(`The cycle's calendar has no ${quarter}`);
  return period;
}

/** One opinion per aspect, asked of its appraiser, on the content that was submitted. */
export function openOpinions(cycle: Settings, duty: Pick<Duty, 'id' | 'round' | 'contentHash'>, due: PlainDate): readonly Opinion[] {
  return aspects.map((aspect) => ({
    id: opinionId(duty.id, duty.round, aspect), duty: duty.id, round: duty.round, aspect, appraiser: cycle.settings.roles.appraisers[aspect], due,
    answer: null, reason: null, lines: [], contentHash: duty.contentHash ?? '', givenAt: null, givenBy: null,
  }));
}

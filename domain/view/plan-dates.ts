import type { Cycle, CycleSettings } from '../cycle.ts';
import type { Instant, PlainDate } from '../date.ts';
import type { Duty, Opinion } from '../duty.ts';
import { planDue } from '../opening.ts';
import { dateOf } from '../plain-date.ts';
import { openOpinionsOf, opinionDue } from './awaited.ts';
import { afterDay, morningOf, type Days } from './office-hours.ts';

type Settings = Pick<Cycle, 'settings'>;

/** Appraisal of a submitted plan starts on the next working morning: until then it can be withdrawn. */
export function appraisalStartsAt(submittedAt: Instant, calendar: Days): Instant {
  return morningOf(calendar.addWorkingDays(dateOf(submittedAt), 1));
}

/**
 * The working morning after the last rung has gone out to the appraisers who are silent; with nobody silent, the moment of
 * the last opinion. Undefined when no opinion was asked.
 */
export function conclusionAt(opinions: readonly Opinion[], duty: Duty, ladder: CycleSettings['ladder'], calendar: Days): Instant | undefined {
  const open = openOpinionsOf(duty, opinions);
  const patience = 1 + Math.max(0, ...ladder.appraisal.map(({ days }) => days));
  const mornings = open.map((opinion) => morningOf(calendar.addWorkingDays(calendar.dueOn(opinionDue(opinion, duty)), patience)));
  const given = opinions.flatMap(({ round, givenAt }) => (round === duty.round && givenAt !== null ? [givenAt] : []));
  return (open.length > 0 ? mornings : given).toSorted((a, b) => b - a)[0];
}

/**
 * A plan lapses with the year's approval date. Where somebody has set a due date beyond it (a late joiner, an extension, a
 * reopened plan), it has the time of a revision after that.
 */
export function planLapsesAt(due: PlainDate, { settings }: Settings, calendar: Days): Instant {
  const deadline = calendar.dueOn(settings.calendar.approvalDue);
  return afterDay(due <= deadline ? deadline : calendar.addWorkingDays(due, settings.allowances.revision));
}

/** The year goes on without open plans: after the approval date, or, when drafting was opened too late for it, after one whole round. */
export function draftingLapsesAt(cycle: Settings & Pick<Cycle, 'publishedAt'>, calendar: Days, now: Instant): Instant {
  const { allowances, calendar: dates } = cycle.settings;
  const deadline = calendar.dueOn(dates.approvalDue);
  const due = planDue(cycle, calendar, dateOf(cycle.publishedAt ?? now));
  const round = allowances.appraisal + allowances.conclusion + allowances.approval + allowances.revision;
  return afterDay(due <= deadline ? deadline : calendar.addWorkingDays(due, round));
}

import { isCycleOver } from '../cycle-over.ts';
import type { Cycle } from '../cycle.ts';
import type { PlainDate } from '../date.ts';
import { dateOf } from '../plain-date.ts';
import type { Quarter } from '../plan.ts';
import type { Days } from './office-hours.ts';
import { quarterOpensAt } from './report-dates.ts';

/** A date of a cycle's calendar: what is due or happens by itself on it. */
export interface Coming {
  readonly what: 'drafts' | 'appraisal' | 'approval' | 'opens' | 'report' | 'closing';
  readonly quarter: Quarter | null;
  readonly date: PlainDate;
}

/** What a cycle's calendar still holds, soonest first; a date on a day off is the working day after it. */
export function comingDates(cycle: Pick<Cycle, 'settings' | 'state'>, calendar: Days, today: PlainDate): readonly Coming[] {
  if (isCycleOver(cycle)) return [];
  const { calendar: dates } = cycle.settings;
  const all: readonly Coming[] = [
    { what: 'drafts', quarter: null, date: calendar.dueOn(dates.draftsDue) },
    { what: 'appraisal', quarter: null, date: calendar.dueOn(dates.appraisalDue) },
    { what: 'approval', quarter: null, date: calendar.dueOn(dates.approvalDue) },
    ...dates.periods.flatMap(({ quarter, due }): Coming[] => [
      { what: 'opens', quarter, date: dateOf(quarterOpensAt(quarter, cycle, calendar)) }, { what: 'report', quarter, date: calendar.dueOn(due) },
    ]),
    { what: 'closing', quarter: null, date: dates.closing },
  ];
  return all.filter(({ date }) => date >= today).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

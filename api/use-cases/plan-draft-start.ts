import { addMonths, plainDate } from '../../domain/plain-date.ts';
import type { PlanBody } from '../../domain/plan-draft.ts';
import type { PlanCalendar } from '../../domain/plan.ts';

/** What a new draft is called. */
export interface NewPlanDraft {
  readonly plan: string;
  readonly title: string;
  readonly year: number;
}

/**
 * Last year's plan moved to another year: dates, due years. What belongs to the old document alone (its symbol, its day, its Part I, the sentences
 * that are no targets) does not come along.
 */
export function followingPlan({ symbol: _, issuedOn: __, coverage: ___, ...before }: PlanBody, { plan, title, year }: NewPlanDraft): PlanBody {
  const years = year - before.year;
  const moved = (date: string): string => addMonths(date, 12 * years);
  return {
    ...before, id: plan, title, titleEn: before.titleEn.replaceAll(String(before.year), String(year)), year, results: [], calendar: movedCalendar(before.calendar, moved),
    targets: before.targets.map((target) => ({ ...target, dueYear: target.dueYear + years })),
    tasks: before.tasks.map(({ start, due, time: ____, ...task }) => ({ ...task, ...(start === undefined ? {} : { start: moved(start) }), ...(due === undefined ? {} : { due: moved(due) }) })),
    tables: before.tables.map((table) => ({ ...table, ...(table.year === undefined ? {} : { year: table.year + years }) })),
  };
}

function movedCalendar({ periods, note: _, ...dates }: PlanCalendar, moved: (date: string) => string): PlanCalendar {
  const whole = Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, moved(date)])) as unknown as Omit<PlanCalendar, 'periods'>;
  return { ...whole, periods: periods.map((period) => ({ quarter: period.quarter, from: moved(period.from), to: moved(period.to), due: moved(period.due) })) };
}

/** A plan with nothing in it but the year's usual reporting windows: figures up to the 14th, due on the 20th. */
export function emptyPlan({ plan, title, year }: NewPlanDraft, register: string): PlanBody {
  const window = (quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4', month: number) => ({ quarter, from: month === 3 ? plainDate(year - 1, 12, 15) : plainDate(year, month - 3, 15), to: plainDate(year, month, 14), due: plainDate(year, month, 20) });
  const none = { secretariat: '', committee: '', approver: '', leadAppraiser: '', appraisers: { technical: '', investment: '', recurrent: '', security: '' } };
  return {
    id: plan, register, title, titleEn: '', year, issuer: '', issuerName: '', level: 'province', roles: none, units: [], targets: [], tasks: [], results: [], tables: [], legalGrounds: [], responsibilities: [],
    calendar: { guidance: '', draftsDue: '', appraisalDue: '', approvalDue: '', periods: [window('Q1', 3), window('Q2', 6), window('Q3', 9), window('Q4', 12)], closing: '' },
  };
}

import type { Rung } from '../../../domain/cycle.ts';
import type { Instant, PlainDate } from '../../../domain/date.ts';
import { atTime, dateOf } from '../../../domain/plain-date.ts';
import type { Quarter } from '../../../domain/plan.ts';
import { morningOf } from '../../../domain/view/office-hours.ts';
import { planLapsesAt } from '../../../domain/view/plan-dates.ts';
import { quarterOpensAt, reportClosesAt } from '../../../domain/view/report-dates.ts';
import type { ScriptDates } from './plan-script.ts';
import type { Step, StepAct } from './step.ts';

/** Something that needs real time to happen: acts or reminders at one instant of the calendar, and how long they take. */
export interface Moment {
  readonly at: Instant;
  readonly needMs: number;
}

/** What one act takes on a small machine, its workflow included, in real milliseconds. */
const actMs: Readonly<Record<StepAct['kind'], number>> = { submit: 120, withdraw: 50, opinion: 55, conclude: 55, decide: 55, accept: 50, return: 50, correct: 120 };
/** What one workflow takes to begin, to remind, to go on, to end. */
const workflowMs = { begins: 60, reminds: 40, goesOn: 40, ends: 30, escalates: 5 } as const;
/** What any moment takes, however little happens. */
const leastMs = 700;

/** What a moment of nothing but waiting gives to whoever is behind, before a date after which it is too late. */
const catchUpMs = 1_500;

/** All moments of a year over `units` units, each instant once, in order: what actors do, what workflows do, and `extra`. */
export function momentsOf(steps: readonly Step[], dates: ScriptDates, units: number, extra: readonly Moment[] = []): readonly Moment[] {
  const { settings, calendar } = dates;
  const { calendar: year, ladder } = settings;
  const awaited = (quarter: Quarter | null, at: Instant): number => units - new Set(steps.filter((step) => step.quarter === quarter && step.act.kind === 'submit' && step.at < at).map((step) => step.unit)).size;
  const rungs = (quarter: Quarter | null, due: PlainDate, rungsOf: readonly Rung[]): readonly Moment[] => rungsOf.map(({ days }) => {
    const at = morningOf(calendar.addWorkingDays(calendar.dueOn(due), days));
    return { at, needMs: awaited(quarter, at) * workflowMs.reminds };
  });
  const parts: readonly Moment[] = [
    { at: morningOf(year.guidance), needMs: units * workflowMs.begins },
    ...rungs(null, year.draftsDue, ladder.plan),
    ...steps.flatMap((step) => appraisalOf(step, dates)),
    { at: atTime(year.approvalDue, '09:30'), needMs: catchUpMs },
    { at: planLapsesAt(calendar.dueOn(year.draftsDue), { settings }, calendar), needMs: awaited(null, Infinity) * workflowMs.ends },
    ...year.periods.flatMap(({ quarter, due }) => [
      { at: quarterOpensAt(quarter, { settings }, calendar), needMs: units * workflowMs.begins },
      ...rungs(quarter, due, ladder.report),
      { at: reportClosesAt(calendar.dueOn(due), { settings }, calendar), needMs: awaited(quarter, Infinity) * workflowMs.ends },
    ]),
    { at: morningOf(year.closing), needMs: 0 },
    ...steps.map((step) => ({ at: step.at, needMs: actMs[step.act.kind] })),
    ...extra,
  ];
  const needs = new Map<Instant, number>();
  for (const { at, needMs } of parts) needs.set(at, (needs.get(at) ?? leastMs) + needMs);
  return [...needs].map(([at, needMs]) => ({ at, needMs })).sort((a, b) => a.at - b.at);
}

/** The morning on which a submitted plan goes to its appraisers, and those on which silent ones are told. */
function appraisalOf({ quarter, act, at }: Step, { calendar, settings }: ScriptDates): readonly Moment[] {
  if (quarter !== null || act.kind !== 'submit') return [];
  const starts = calendar.addWorkingDays(dateOf(at), 1);
  const due = calendar.addWorkingDays(starts, settings.allowances.appraisal);
  const patience = 1 + Math.max(0, ...settings.ladder.appraisal.map(({ days }) => days));
  const escalations = [...settings.ladder.appraisal.map(({ days }) => days), patience];
  return [{ at: morningOf(starts), needMs: workflowMs.goesOn }, ...escalations.map((days) => ({ at: morningOf(calendar.addWorkingDays(due, days)), needMs: workflowMs.escalates }))];
}

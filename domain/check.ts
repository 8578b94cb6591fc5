import type { CalendarDay } from './working-calendar.ts';
import type { Instant } from './date.ts';
import type { Plan, PlanPeriod } from './plan.ts';
import type { PlanContent, ReportContent, SubmissionContent } from './submission.ts';
import type { Unit } from './unit.ts';
import type { Verdict } from './verdict.ts';
import type { Waiver } from './waiver.ts';

/** Another unit's report of the same period: of this report's `compared` figures, it has `same` too. */
export interface Neighbour {
  readonly unit: string;
  readonly same: number;
  readonly compared: number;
}

/** All that a check may look at; everything but `content` is read from the record. */
export interface CheckInput {
  readonly content: SubmissionContent;
  readonly plan: Plan;
  readonly unit: Unit;
  /** Units of the register by code, to tell unknown and closed ones. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly cycleUnits: ReadonlySet<string>;
  readonly period?: PlanPeriod & { readonly id: string };
  /** When it is (or would be) submitted, on the cycle's calendar. */
  readonly at: Instant;
  readonly history: {
    /** The unit's approved plan of this cycle, when a report is checked. */
    readonly approvedPlan?: PlanContent;
    /** The unit's latest accepted or submitted report of the period before. */
    readonly previousReport?: ReportContent;
    /** Ids of this cycle's earlier periods for which the unit never submitted a report; absent where that is not known. */
    readonly unreported?: readonly string[];
    /** The other unit of the same period whose figures are most like this report's, and how many of them are; absent where none is. */
    readonly neighbour?: Neighbour;
    /** The unit's plan of the year before. */
    readonly lastYearPlan?: PlanContent;
  };
  readonly waivers: readonly Waiver[];
  readonly calendarDays?: readonly CalendarDay[];
}

/** The port through which use-cases check a submission. Pure and synchronous in effect; async because the engine is. */
export type CheckSubmission = (input: CheckInput) => Promise<Verdict>;

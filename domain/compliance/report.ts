import type { Instant, PlainDate } from '../date.ts';
import type { Quarter } from '../plan.ts';
import type { DirectiveStanding } from './directives.ts';
import type { DutyState } from '../stages.ts';
import type { UnitLevel } from '../unit.ts';
import type { Standing } from '../verdict.ts';

/*
 * The compliance report of one quarter, as the steering committee sees it and as it is frozen. Plain JSON: what is not
 * there is null. Orders are fixed: units by their code, targets as in the plan, the ranking by rank and then code.
 */

export type StandingCounts = Readonly<Record<Standing, number>>;

/** What one unit reached of one target that binds it. Figures are as reported, in the target's unit. */
export interface ComplianceCell {
  readonly unit: string;
  readonly target: string;
  readonly standing: Standing;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** For a ratio the percentage to two decimals, for a yes-no 1 or 0, else the figure itself. */
  readonly value: number | null;
  /** The year's threshold for this unit. */
  readonly threshold: number;
  /** How far from the year's threshold, as the verdict says; 0 when met, null without a figure. */
  readonly gap: number | null;
  readonly submission: string | null;
  readonly late: boolean;
}

export interface TargetCompliance {
  readonly target: string;
  readonly name: string;
  readonly clause: string;
  readonly unit: string;
  readonly threshold: number;
  /** Units that it binds; the counts add up to this. */
  readonly bound: number;
  readonly counts: StandingCounts;
}

/** `scored` targets count; `points` are the unit's before the late deduction. `rank` is null when nothing counts. */
export interface UnitCompliance {
  readonly unit: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly counts: StandingCounts;
  readonly state: DutyState | null;
  readonly late: boolean;
  readonly scored: number;
  readonly points: number;
  readonly score: number | null;
  readonly rank: number | null;
}

export interface LateReport {
  readonly unit: string;
  readonly due: PlainDate;
  readonly submittedAt: Instant;
  /** Calendar days after the due date. */
  readonly days: number;
}

/** A unit of which no report counts; `state` says why. */
export interface MissingReport {
  readonly unit: string;
  readonly due: PlainDate | null;
  readonly state: DutyState | null;
}

export interface ComplianceMovement {
  readonly since: Quarter;
  readonly improved: number;
  readonly worsened: number;
  readonly units: readonly { readonly unit: string; readonly scoreBefore: number | null; readonly rankBefore: number | null; readonly improved: number; readonly worsened: number }[];
  readonly targets: readonly { readonly target: string; readonly metBefore: number; readonly met: number }[];
}

export interface ComplianceTotals {
  readonly units: number;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly counts: StandingCounts;
}

export interface ComplianceReport {
  readonly cycle: string;
  readonly title: string;
  readonly plan: string;
  readonly year: number;
  readonly quarter: Quarter;
  readonly rehearsal: boolean;
  readonly targets: readonly TargetCompliance[];
  /** By unit, then target. */
  readonly cells: readonly ComplianceCell[];
  readonly ranking: readonly UnitCompliance[];
  readonly late: readonly LateReport[];
  readonly missing: readonly MissingReport[];
  readonly movement: ComplianceMovement | null;
  readonly totals: ComplianceTotals;
  /** The committee's directives as they stood when it was frozen; absent while it is not, and in reports frozen before there were any in them. */
  readonly directives?: readonly DirectiveStanding[];
}

import type { CycleClock } from './cycle-clock.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Aspect, PlanCalendar, PlanRoles } from './plan.ts';
import type { CycleState } from './stages.ts';

/** Whom a rung of the ladder reaches. */
export type RungAudience = 'unit' | 'leader' | 'secretariat' | 'committee';

/** A rung: working days relative to the due date (negative: before), and whom it reaches. Beyond `unit` it is an escalation. */
export interface Rung {
  readonly days: number;
  readonly to: RungAudience;
}

export type LadderKind = 'plan' | 'appraisal' | 'conclusion' | 'approval' | 'report';

/** Working-day allowances that the workflows apply; all in working days. */
export interface Allowances {
  /** For the second and later rounds, from the day of the return. */
  readonly revision: number;
  readonly appraisal: number;
  readonly conclusion: number;
  readonly approval: number;
  /** After the due date until a report counts as missing. */
  readonly reportGrace: number;
  /** Days before the due date on which reports open. */
  readonly reportOpens: number;
}

export interface CycleSettings {
  readonly roles: PlanRoles;
  readonly calendar: PlanCalendar;
  readonly ladder: Readonly<Record<LadderKind, readonly Rung[]>>;
  readonly allowances: Allowances;
  readonly shardSize: number;
}

export const defaultLadder: CycleSettings['ladder'] = {
  plan: [{ days: -10, to: 'unit' }, { days: -5, to: 'unit' }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' }],
  appraisal: [{ days: -2, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }],
  conclusion: [{ days: 0, to: 'unit' }, { days: 1, to: 'leader' }],
  approval: [{ days: 0, to: 'unit' }, { days: 2, to: 'secretariat' }],
  report: [{ days: -3, to: 'unit' }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' }],
};

export const defaultAllowances: Allowances = { revision: 5, appraisal: 5, conclusion: 3, approval: 5, reportGrace: 6, reportOpens: 5 };

/** One plan run for one year. `id` is `<year>-<key>`; `version` counts every change and orders signals. */
export interface Cycle {
  readonly id: string;
  readonly year: number;
  readonly key: string;
  readonly planId: string;
  /** Content hash of the plan as loaded at launch: the plan that this cycle is judged by. */
  readonly planHash: string;
  readonly title: string;
  readonly rehearsal: boolean;
  readonly clock: CycleClock;
  readonly state: CycleState;
  readonly version: number;
  readonly settings: CycleSettings;
  readonly guidance: string;
  readonly publishedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly endedReason: string | null;
  readonly createdAt: Instant;
}

/** A unit's membership of a cycle, dated. */
export interface CycleUnit {
  readonly cycle: string;
  readonly unit: string;
  readonly shard: number;
  readonly joinedOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly reason: string | null;
}

/** The aspects that an appraiser unit answers in a cycle. */
export function aspectsOf(roles: PlanRoles, unit: string): readonly Aspect[] {
  return (Object.keys(roles.appraisers) as Aspect[]).filter((aspect) => roles.appraisers[aspect] === unit);
}

/** Parts as the permission table wants them. */
export function partsOf(roles: PlanRoles): { appraisers: readonly string[]; lead: string; approver: string } {
  return { appraisers: Object.values(roles.appraisers), lead: roles.leadAppraiser, approver: roles.approver };
}

import type { CycleClock } from './cycle-clock.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Aspect, PlanCalendar, PlanRoles } from './plan.ts';
import type { CycleState } from './stages.ts';

/**
 * Whom a rung of the ladder reaches: the unit's focal point and its accounts, its deputy, its leader, the leader (or focal point) of the unit
 * above it, the desk that leads the plan, the committee.
 */
export const rungAudiences = ['unit', 'deputy', 'leader', 'superior', 'secretariat', 'committee'] as const;
export type RungAudience = (typeof rungAudiences)[number];

/** Beyond the people who do the work it is an escalation. */
export const isEscalation = (to: RungAudience): boolean => to !== 'unit' && to !== 'deputy';

export const rungChannels = ['email', 'zalo'] as const;
export type RungChannel = (typeof rungChannels)[number];

/** A rung: working days relative to the due date (negative: before), whom it reaches, by which channels (mail when none is named), whether a person may do without it, and which text of the secretariat's own its mail has (`RungText`; the usual one when none is named). */
export interface Rung {
  readonly days: number;
  readonly to: RungAudience;
  readonly channels?: readonly RungChannel[];
  readonly mayOptOut?: boolean;
  readonly text?: string;
}

/** Mail where a rung names no channel. */
export const channelsOf = ({ channels = ['email'] }: Pick<Rung, 'channels'>): readonly RungChannel[] => channels;

/** Kinds of duty with a ladder of their own; `revision` is the shorter one after a return. */
export const ladderKinds = ['plan', 'revision', 'appraisal', 'conclusion', 'approval', 'report', 'directive'] as const;
export type LadderKind = (typeof ladderKinds)[number];
export type Ladders = Readonly<Record<LadderKind, readonly Rung[]>>;

/** Ladders of a running year that held until an instant on its calendar, when others took their place: of the kinds that were changed then. */
export interface EarlierLadders {
  readonly until: Instant;
  readonly ladder: Partial<Ladders>;
}

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

/** When mails rest, times of day `HH:MM` in Asia/Ho_Chi_Minh: from `from` in the evening until `until` in the morning, and on days off; decisions, extensions and guidance rest too when `all` says so. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly all: boolean;
}

export interface CycleSettings {
  readonly roles: PlanRoles;
  readonly calendar: PlanCalendar;
  readonly ladder: Ladders;
  /** Oldest first; absent: the ladder is as it was launched. */
  readonly earlierLadders?: readonly EarlierLadders[];
  readonly allowances: Allowances;
  /** Null: mails go out at any hour. */
  readonly quietHours: QuietHours | null;
  readonly shardSize: number;
}

export const defaultLadder: Ladders = {
  plan: [
    { days: -10, to: 'unit', mayOptOut: true }, { days: -5, to: 'unit', mayOptOut: true }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' },
    { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' },
  ],
  revision: [{ days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 2, to: 'secretariat' }],
  appraisal: [{ days: -2, to: 'unit', mayOptOut: true }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }],
  conclusion: [{ days: 0, to: 'unit' }, { days: 1, to: 'leader' }],
  approval: [{ days: 0, to: 'unit' }, { days: 2, to: 'secretariat' }],
  report: [{ days: -3, to: 'unit', mayOptOut: true }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' }],
  directive: [
    { days: -5, to: 'unit', mayOptOut: true }, { days: -1, to: 'unit' }, { days: 0, to: 'unit' }, { days: 1, to: 'leader' }, { days: 3, to: 'secretariat' }, { days: 5, to: 'committee' },
  ],
};

export const defaultQuietHours: QuietHours = { from: '20:00', until: '07:00', all: true };

export const defaultAllowances: Allowances = { revision: 5, appraisal: 5, conclusion: 3, approval: 5, reportGrace: 6, reportOpens: 5 };

/** A ladder as it was stored, perhaps before some kinds had one: those get the usual rungs. */
export const wholeLadder = (stored: Partial<Ladders>): Ladders => ({ ...defaultLadder, ...stored });

/** Settings as they were stored, perhaps by an older version: what they lack is as usual. */
export const wholeSettings = (stored: Omit<CycleSettings, 'ladder' | 'quietHours'> & { readonly ladder: Partial<Ladders>; readonly quietHours?: QuietHours | null }): CycleSettings =>
  ({ ...stored, ladder: wholeLadder(stored.ladder), quietHours: stored.quietHours === undefined ? defaultQuietHours : stored.quietHours });

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

import { z } from 'zod';
import type { CycleClock } from '../../domain/cycle-clock.ts';
import { rungAudiences, rungChannels, type Allowances, type Cycle, type CycleSettings, type CycleUnit, type EarlierLadders, type LadderKind, type QuietHours } from '../../domain/cycle.ts';
import { rehearsalMinutes } from '../../domain/launch-pace.ts';
import { aspects, type Aspect, type PlanCalendar, type PlanRoles } from '../../domain/plan.ts';
import { areQuietHours } from '../../domain/quiet-hours.ts';
import { cycleActs, cycleStates, quarterStates } from '../../domain/stages.ts';
import { counts, cycleId, day, instant, line, prose, quarter, reason, slug, unitCode } from './common.ts';
import { duty, dutyKind, dutyState } from './duty.ts';
import { rungTextKey } from './rung-text.ts';

export const roles = z.strictObject({
  secretariat: unitCode, committee: unitCode, approver: unitCode, leadAppraiser: unitCode,
  appraisers: z.strictObject(Object.fromEntries(aspects.map((aspect) => [aspect, unitCode])) as Record<Aspect, typeof unitCode>),
} satisfies Record<keyof PlanRoles, z.ZodType>);

const period = z.strictObject({ quarter, from: day, to: day, due: day });
export const calendar = z.strictObject({
  guidance: day, draftsDue: day, appraisalDue: day, approvalDue: day, periods: z.array(period).min(1).max(4), closing: day, note: z.string().max(4000).exactOptional(),
} satisfies Record<keyof PlanCalendar, z.ZodType>);

export const rung = z.strictObject({ days: z.int().min(-60).max(60), to: z.enum(rungAudiences), channels: z.array(z.enum(rungChannels)).min(1).max(rungChannels.length).exactOptional(), mayOptOut: z.boolean().exactOptional(), text: rungTextKey.exactOptional() });
const rungs = z.array(rung).max(30);
const ladderShape = { plan: rungs, revision: rungs, appraisal: rungs, conclusion: rungs, approval: rungs, report: rungs, directive: rungs } satisfies Record<LadderKind, z.ZodType>;
export const ladder = z.strictObject(ladderShape);
export const someLadders = z.strictObject({
  plan: rungs.exactOptional(), revision: rungs.exactOptional(), appraisal: rungs.exactOptional(), conclusion: rungs.exactOptional(), approval: rungs.exactOptional(), report: rungs.exactOptional(),
  directive: rungs.exactOptional(),
} satisfies Record<LadderKind, z.ZodType>);

const workingDays = z.int().min(0).max(120);
export const allowances = z.strictObject({
  revision: workingDays, appraisal: workingDays, conclusion: workingDays, approval: workingDays, reportGrace: workingDays, reportOpens: workingDays,
} satisfies Record<keyof Allowances, z.ZodType>);
const someAllowances = z.strictObject({
  revision: workingDays.exactOptional(), appraisal: workingDays.exactOptional(), conclusion: workingDays.exactOptional(), approval: workingDays.exactOptional(),
  reportGrace: workingDays.exactOptional(), reportOpens: workingDays.exactOptional(),
} satisfies Record<keyof Allowances, z.ZodType>);

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ example: '20:00' });
export const quietHours = z.strictObject({ from: timeOfDay, until: timeOfDay, all: z.boolean() } satisfies Record<keyof QuietHours, z.ZodType>).refine(areQuietHours, { error: 'quiet-hours-order', path: ['until'] });

const clock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identity') }),
  z.strictObject({ kind: z.literal('segments'), segments: z.array(z.strictObject({ calendar: z.int(), real: z.int() })).max(2000) }),
]) satisfies z.ZodType<CycleClock>;

/** A year rehearsed by hand: the clock is made of its own dates. */
export const rehearsalPace = z.strictObject({ minutes: z.int().min(rehearsalMinutes.least).max(rehearsalMinutes.most).meta({ description: 'Real minutes that the whole year takes', example: 60 }) });

export const launch = z.strictObject({
  planId: slug.meta({ example: 'gia-lai-2022' }), key: slug.max(40).meta({ description: 'Tells the cycles of one year apart', example: 'tinh' }), title: line().exactOptional(), units: z.array(unitCode).min(1).max(5000).exactOptional(), calendar: calendar.exactOptional(), roles: roles.exactOptional(),
  ladder: someLadders.exactOptional(), allowances: someAllowances.exactOptional(), quietHours: quietHours.nullable().exactOptional(), guidance: prose(20_000).exactOptional(), shardSize: z.int().min(1).max(200).exactOptional(),
  rehearsal: z.union([z.strictObject({ clock }), rehearsalPace]).exactOptional(),
}).meta({ id: 'Launch' });

const earlierLadders = z.array(z.strictObject({ until: instant, ladder: someLadders } satisfies Record<keyof EarlierLadders, z.ZodType>)).meta({ description: 'Rungs that held until an instant of the running year, of the kinds that were changed then; oldest first' });
const settings = z.strictObject({ roles, calendar, ladder, earlierLadders: earlierLadders.exactOptional(), allowances, quietHours: quietHours.nullable(), shardSize: z.int() } satisfies Record<keyof CycleSettings, z.ZodType>);

const cycleShape = {
  id: cycleId, year: z.int(), key: z.string(), planId: z.string(), planHash: z.string(), title: z.string(), rehearsal: z.boolean(), clock, state: z.enum(cycleStates), version: z.int(), settings,
  guidance: z.string(), publishedAt: instant.nullable(), pausedAt: instant.nullable(), endedReason: z.string().nullable(), createdAt: instant,
} satisfies Record<keyof Cycle, z.ZodType>;
export const cycle = z.strictObject(cycleShape).meta({ id: 'Cycle' });

export const cycleSummary = cycle.omit({ settings: true, clock: true, guidance: true }).extend({ today: day }).meta({ id: 'CycleSummary' });

export const cycleView = z.strictObject({
  ...cycleShape, now: instant, today: day, counts: z.strictObject({ plans: counts, reports: z.record(z.string(), counts) }), possible: z.array(z.enum(cycleActs)),
}).meta({ id: 'CycleView' });

const memberShape = { cycle: cycleId, unit: unitCode, shard: z.int(), joinedOn: day, leftOn: day.nullable(), reason: z.string().nullable() } satisfies Record<keyof CycleUnit, z.ZodType>;
export const member = z.strictObject({ ...memberShape, name: z.string() }).meta({ id: 'Member' });
export const membership = z.strictObject({ member: z.strictObject(memberShape), duties: z.array(duty) });

export const guidance = z.strictObject({ guidance: prose(20_000).exactOptional() });
export const addUnit = z.strictObject({ unit: unitCode, reason });

export const dutiesQuery = {
  kind: dutyKind.exactOptional(), state: z.string().transform((states) => states.split(',')).pipe(z.array(dutyState)).exactOptional().meta({ description: 'One state, or several with commas', override: { type: 'string' } }),
  unit: unitCode.exactOptional(), quarter: quarter.exactOptional(), dueBefore: day.exactOptional(), sort: z.enum(['due', 'unit', 'state', '-due', '-unit', '-state']).exactOptional(),
};

export const extendMany = z.strictObject({
  duties: z.array(z.string().max(300)).min(1).max(5000).exactOptional(), units: z.array(unitCode).min(1).max(5000).exactOptional(), kind: dutyKind.exactOptional(), quarter: quarter.exactOptional(), due: day, reason,
}).refine(({ duties, units, kind, quarter: of }) => (duties ? !units : units !== undefined && kind !== undefined && (kind === 'plan' || of !== undefined)), { error: 'which-duties', path: ['duties'] });
export const manyExtended = z.strictObject({
  extended: z.array(duty.pick({ id: true, due: true, version: true })), refused: z.array(z.strictObject({ id: z.string(), code: z.string() })),
});

export const quarterRound = z.strictObject({ cycle: cycleId, quarter, state: z.enum(quarterStates), openedAt: instant, frozenAt: instant.nullable() });
export const restatement = z.strictObject({ cycle: cycleId, quarter, unit: unitCode, target: z.string(), before: z.unknown(), after: z.unknown(), submission: z.string(), at: instant });
export const quarterView = quarterRound.extend({ frozen: z.unknown(), restatements: z.array(restatement) }).meta({ id: 'QuarterView' });

export const waiver = z.strictObject({ unit: unitCode, target: z.string().max(120).exactOptional(), rule: z.string().max(120).exactOptional(), reason, approver: line(), expires: day });
export const waiverGranted = z.strictObject({ waiver });

export const workItem = z.strictObject({
  what: z.enum(['write-plan', 'write-report', 'give-opinion', 'conclude', 'decide', 'review-report']), cycle: cycleId, rehearsal: z.boolean(), duty: z.string(), unit: unitCode, quarter: quarter.nullable(),
  state: dutyState, round: z.int(), aspect: z.enum(aspects).nullable(), due: day, overdue: z.boolean(),
}).meta({ id: 'WorkItem' });

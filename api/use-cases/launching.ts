import { defaultAllowances, defaultLadder, defaultQuietHours, type Allowances, type Cycle, type CycleSettings, type CycleUnit } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import { cycleId, cycleWorkflowId } from '../../domain/ids.ts';
import { assertLadder } from '../../domain/ladder-faults.ts';
import type { Plan, PlanCalendar, PlanRoles } from '../../domain/plan.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isUnitValidOn, type Unit } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { clockOf, type Rehearsal } from './launch-clock.ts';
import { nowIn } from './place.ts';

/** Units per shard: one transaction opens the duties of one shard. */
const shardSize = 200;

export interface Launch {
  readonly planId: string;
  readonly key: string;
  readonly title?: string;
  readonly units?: readonly string[];
  readonly calendar?: PlanCalendar;
  readonly roles?: PlanRoles;
  readonly ladder?: Partial<CycleSettings['ladder']>;
  readonly quietHours?: CycleSettings['quietHours'];
  readonly allowances?: Partial<Allowances>;
  readonly guidance?: string;
  readonly shardSize?: number;
  readonly rehearsal?: Rehearsal;
}

/**
 * Where so configured, a second person confirms what people are to act in: a year, and a rehearsal within some minutes. One that brings its own clock is played by simulated people and needs none.
 * One rule for the pages and for every route that launches.
 */
export const needsSecondPerson = ({ launchNeedsSecondPerson }: Pick<Desk, 'launchNeedsSecondPerson'>, rehearsal: Rehearsal | null | undefined): boolean => launchNeedsSecondPerson && !(rehearsal && 'clock' in rehearsal);

/** Opens a year on the newest version of a plan. Its duties are opened once the guidance is published. */
export async function launch(desk: Desk, caller: Caller, request: Launch): Promise<Cycle> {
  if (needsSecondPerson(desk, request.rehearsal)) throw new Refused('needs-second-person');
  return launchWith(desk, caller, request, async () => undefined);
}

/** What a launch would make: the cycle and its members. Throws `Refused` with everything that is wrong with the request. */
export async function prepareLaunch(desk: Desk, request: Launch): Promise<{ readonly cycle: Cycle; readonly members: readonly CycleUnit[]; readonly plan: Plan }> {
  const { read } = desk.record;
  const found = await read.planDocuments.latest(request.planId);
  if (!found) throw new Refused('invalid-input', { errors: [{ pointer: '/planId', code: 'unknown-plan', value: request.planId, accepted: (await read.planDocuments.list()).map(({ id }) => id).join(', ') }] });
  const { plan, hash } = found;
  const settings = settingsOf(request, plan);
  const units = request.units ?? plan.units;
  const [register, days, texts] = await Promise.all([desk.registers.units(), desk.registers.calendar(), read.rungTexts.newest()]);
  assertDates(settings.calendar);
  assertLadder(settings.ladder, texts);
  assertUnits(units, Object.hasOwn(request, 'units'), register, settings);
  const clock = clockOf(request.rehearsal, { dates: settings.calendar, days, now: desk.now() });
  const cycle: Cycle = {
    id: cycleId(plan.year, request.key), year: plan.year, key: request.key, planId: plan.id, planHash: hash, title: request.title ?? plan.title,
    rehearsal: request.rehearsal !== undefined, clock, state: 'guidance', version: 1, settings, guidance: request.guidance ?? '',
    publishedAt: null, pausedAt: null, endedReason: null, createdAt: nowIn(desk, { clock }),
  };
  const members = units.map((unit, index): CycleUnit => ({ cycle: cycle.id, unit, shard: Math.floor(index / settings.shardSize), joinedOn: settings.calendar.guidance, leftOn: null, reason: null }));
  return { cycle, members, plan };
}

/** Launches, and does something more in the same transaction. */
export async function launchWith(desk: Desk, caller: Caller, request: Launch, also: (tx: Repositories, cycle: Cycle) => Promise<void>): Promise<Cycle> {
  const { cycle, members, plan } = await prepareLaunch(desk, request);
  return commit(desk, caller, async (tx) => {
    // a text may have been retired since it was asked
    assertLadder(cycle.settings.ladder, await tx.rungTexts.newest());
    await tx.cycles.insert(cycle);
    await tx.cycleUnits.insertMany(members);
    await tx.audit.append([{
      at: cycle.createdAt, actor: actorId(caller.actor), act: 'launch', cycle: cycle.id, unit: null, subject: cycle.id, outcome: 'done',
      details: { plan: plan.id, planHash: cycle.planHash, units: members.length, rehearsal: cycle.rehearsal },
    }]);
    await tx.outbox.append([{ workflowId: cycleWorkflowId(cycle.id), workflowType: 'annualCycle', act: 'launch', version: cycle.version }], cycle.createdAt);
    await also(tx, cycle);
    return cycle;
  });
}

function settingsOf(request: Launch, plan: Plan): CycleSettings {
  return {
    roles: request.roles ?? plan.roles,
    calendar: request.calendar ?? plan.calendar,
    ladder: { ...defaultLadder, ...request.ladder },
    quietHours: request.quietHours === undefined ? defaultQuietHours : request.quietHours,
    allowances: { ...defaultAllowances, ...request.allowances },
    shardSize: request.shardSize ?? shardSize,
  };
}

/** Refuses dates that do not follow each other, each with its place. */
export function assertDates(calendar: PlanCalendar): void {
  const inOrder: readonly (readonly [string, PlainDate])[] = [
    ['/calendar/guidance', calendar.guidance], ['/calendar/draftsDue', calendar.draftsDue], ['/calendar/appraisalDue', calendar.appraisalDue], ['/calendar/approvalDue', calendar.approvalDue],
  ];
  const quarterly = calendar.periods.map((period, index) => [`/calendar/periods/${index}/due`, period.due] as const);
  const errors = [inOrder, [...quarterly, ['/calendar/closing', calendar.closing] as const]].flatMap((dates) => dates.flatMap(([pointer, date], index): FieldError[] => {
    const before = dates[index - 1]?.[1];
    return before !== undefined && date < before ? [{ pointer, code: 'before-the-step-before', value: date, accepted: `≥ ${before}` }] : [];
  }));
  const windows = calendar.periods.flatMap((period, index): FieldError[] =>
    period.from > period.to || period.due < period.to ? [{ pointer: `/calendar/periods/${index}`, code: 'window', value: `${period.from}–${period.to}, ${period.due}`, accepted: 'from ≤ to ≤ due' }] : []);
  if (errors.length + windows.length > 0) throw new Refused('invalid-input', { errors: [...errors, ...windows] });
}

/** Members and holders of parts must be units that exist when the drafts are due. */
function assertUnits(units: readonly string[], isGiven: boolean, register: ReadonlyMap<string, Unit>, { roles, calendar }: CycleSettings): void {
  const at = (pointer: string, code: string): FieldError[] => {
    const unit = register.get(code);
    if (!unit) return [{ pointer, code: 'unknown-unit', value: code }];
    return isUnitValidOn(unit, calendar.draftsDue) ? [] : [{ pointer, code: 'unit-closed', value: code, accepted: (unit.successors ?? []).join(', ') }];
  };
  const twice = units.flatMap((code, index): FieldError[] => (units.indexOf(code) === index ? [] : [{ pointer: `/units/${index}`, code: 'twice', value: code }]));
  const members = isGiven ? units.flatMap((code, index) => at(`/units/${index}`, code)) : units.flatMap((code) => at('/planId', code));
  const parts = [
    ...(['secretariat', 'committee', 'approver', 'leadAppraiser'] as const).flatMap((part) => at(`/roles/${part}`, roles[part])),
    ...Object.entries(roles.appraisers).flatMap(([aspect, code]) => at(`/roles/appraisers/${aspect}`, code)),
  ];
  const errors = [...twice, ...members, ...parts];
  if (errors.length > 0) throw new Refused('unknown-unit', { errors });
  if (units.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '/units', code: 'empty', accepted: '≥ 1' }] });
}

import type { Cycle, CycleUnit } from '../../domain/cycle.ts';
import type { Instant, PlainDate } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { quarters } from '../../domain/plan.ts';
import type { DutyFilter } from '../../domain/ports/duties.ts';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import { cycleMoves, type CycleAct } from '../../domain/stages.ts';
import { cycleActPermissions } from '../../domain/act-table.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

export type CycleSummary = Omit<Cycle, 'settings' | 'clock' | 'guidance'> & { readonly today: PlainDate };

export interface CycleView extends Cycle {
  /** What the cycle's calendar shows now. */
  readonly now: Instant;
  readonly today: PlainDate;
  readonly counts: { readonly plans: Readonly<Record<string, number>>; readonly reports: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly possible: readonly CycleAct[];
}

export async function listCycles(desk: Desk): Promise<readonly CycleSummary[]> {
  return (await desk.record.read.cycles.list()).map((cycle) => {
    const { settings: _, clock: __, guidance: ___, ...summary } = cycle;
    return { ...summary, today: dateOf(nowIn(desk, cycle)) };
  });
}

export async function viewCycle(desk: Desk, caller: Caller, id: string): Promise<CycleView> {
  const { read } = desk.record;
  const cycle = await getCycle(read, id);
  const reports = await Promise.all(quarters.map(async (quarter) => [quarter, await read.duties.countByState(id, 'report', quarter)] as const));
  const possible = (Object.keys(cycleMoves[cycle.state]) as CycleAct[]).filter((act) => {
    const permission = cycleActPermissions[act];
    return permission !== 'system' && isAllowed(caller.actor, permission) && (act !== 'pause' || cycle.pausedAt === null) && (act !== 'resume' || cycle.pausedAt !== null);
  });
  return { ...cycle, now: nowIn(desk, cycle), today: dateOf(nowIn(desk, cycle)), counts: { plans: await read.duties.countByState(id, 'plan'), reports: Object.fromEntries(reports) }, possible };
}

export async function listMembers(desk: Desk, id: string): Promise<readonly (CycleUnit & { readonly name: string })[]> {
  await getCycle(desk.record.read, id);
  const register = await desk.registers.units();
  return (await desk.record.read.cycleUnits.list(id)).map((member) => ({ ...member, name: register.get(member.unit)?.name ?? member.unit }));
}

/** A unit's membership of a cycle, if it has one. */
export const findMember = (desk: Desk, cycle: string, unit: string): Promise<CycleUnit | undefined> => desk.record.read.cycleUnits.find(cycle, unit);

/** Duties of a cycle; a unit sees its own only. */
export async function listDuties(desk: Desk, caller: Caller, filter: DutyFilter & { cycle: string }, page: PageRequest & { sort?: 'due' | 'unit' | 'state' | '-due' | '-unit' | '-state' }): Promise<Page<Duty>> {
  await getCycle(desk.record.read, filter.cycle);
  const own = listScope(caller.actor, 'duty.list') === 'own' ? { unit: caller.actor.unit } : {};
  return desk.record.read.duties.list({ ...filter, ...own }, page);
}

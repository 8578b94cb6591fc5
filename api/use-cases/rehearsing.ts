import { calendarAt, realAt } from '../../domain/cycle-clock.ts';
import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import type { RehearsalOptions, Rehearsals, RehearsalState } from '../../domain/ports/rehearsals.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { morningOf } from '../../domain/view/office-hours.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

type Counts = Readonly<Record<string, number>>;

/** How far a rehearsed year is, by its own calendar. */
export interface RehearsalProgress {
  readonly cycle: Cycle;
  readonly today: string;
  /** Of its real time, 0 to 1. */
  readonly done: number;
  readonly secondsLeft: number;
  /** Calendar days that pass in a real minute, now. */
  readonly daysPerMinute: number;
  readonly plans: Counts;
  readonly reports: Readonly<Partial<Record<Quarter, Counts>>>;
}

/** When a rehearsed year began, in real time. */
export const begunAt = ({ clock, createdAt }: Cycle): number => realAt(clock, createdAt);

/** Rehearsed years of the record, the newest first. */
export async function listRehearsedCycles({ record }: Desk): Promise<readonly Cycle[]> {
  return (await record.read.cycles.list()).filter(({ rehearsal }) => rehearsal).toSorted((a, b) => begunAt(b) - begunAt(a));
}

const isOpen = (cycle: Cycle): boolean => !isCycleOver(cycle);

/** Starts one; one at a time, so that its people and moments are not disturbed. */
export async function startRehearsal(desk: Desk, rehearsals: Rehearsals, caller: Caller, options: RehearsalOptions): Promise<{ readonly id: string }> {
  const [plans, cycles] = await Promise.all([desk.record.read.planDocuments.list(), listRehearsedCycles(desk)]);
  if (!plans.some(({ id }) => id === options.plan)) throw new Refused('invalid-input', { errors: [{ pointer: '/plan', code: 'unknown-plan', value: options.plan, accepted: plans.map(({ id }) => id).join(', ') }] });
  const other = rehearsals.list().find(({ endedAt }) => endedAt === null);
  const open = cycles.find(isOpen)?.id;
  if (other || open !== undefined) throw new Refused('invalid-input', { errors: [{ pointer: '', code: 'rehearsal-running', value: other?.cycle ?? open ?? '' }] });
  const id = rehearsals.start(options);
  if (id === undefined) throw new Refused('invalid-input', { errors: [{ pointer: '', code: 'rehearsal-impossible' }] });
  try {
    return await commit(desk, caller, async (tx) => {
      await tx.audit.append([row(desk, caller, 'startRehearsal', id, { ...options })]);
      return { id };
    });
  } catch (error) {
    rehearsals.stop(id);
    throw error;
  }
}

/** Breaks it off; its cycle is cancelled. One that has ended is left as it is. */
export async function stopRehearsal(desk: Desk, rehearsals: Rehearsals, caller: Caller, id: string): Promise<void> {
  const state = getRehearsal(rehearsals, id);
  if (!rehearsals.stop(id)) return;
  await commit(desk, caller, (tx) => tx.audit.append([row(desk, caller, 'stopRehearsal', id, { cycle: state.cycle })]));
}

export function getRehearsal(rehearsals: Rehearsals, id: string): RehearsalState {
  const state = rehearsals.state(id);
  if (!state) throw new Refused('not-found', { figures: { subject: `rehearsal ${id}` } });
  return state;
}

/** Undefined until its cycle is there. */
export async function followRehearsal(desk: Desk, id: string | null): Promise<RehearsalProgress | undefined> {
  const cycle = id === null ? undefined : await desk.record.read.cycles.find(id);
  if (!cycle) return undefined;
  const now = desk.now();
  const { clock } = cycle;
  const from = clock.kind === 'segments' ? clock.segments[0]?.real ?? cycle.createdAt : cycle.createdAt;
  const to = realAt(clock, morningOf(cycle.settings.calendar.closing));
  const done = isOpen(cycle) ? Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from))) : 1;
  const counted = await Promise.all(quarters.map(async (quarter) => [quarter, await desk.record.read.duties.countByState(cycle.id, 'report', quarter)] as const));
  return {
    cycle, today: dateOf(calendarAt(clock, now)), done, secondsLeft: isOpen(cycle) ? Math.max(0, Math.ceil((to - now) / 1000)) : 0,
    daysPerMinute: (calendarAt(clock, now + 1000) - calendarAt(clock, now)) * 60 / 86_400_000,
    plans: await desk.record.read.duties.countByState(cycle.id, 'plan'), reports: Object.fromEntries(counted.filter(([, counts]) => Object.keys(counts).length > 0)),
  };
}

const row = (desk: Desk, caller: Caller, act: string, id: string, details: Readonly<Record<string, unknown>>) =>
  ({ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: caller.actor.unit, subject: `rehearsal:${id}`, outcome: 'done' as const, details });

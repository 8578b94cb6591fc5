import { partsOf, type Cycle } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { Duty, Opinion } from '../../domain/duty.ts';
import { isAllowed, type Action } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Aspect } from '../../domain/plan.ts';
import type { DutyState } from '../../domain/stages.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

/** One thing that waits for the caller. */
export interface WorkItem {
  readonly what: 'write-plan' | 'write-report' | 'give-opinion' | 'conclude' | 'decide' | 'review-report';
  readonly cycle: string;
  readonly rehearsal: boolean;
  readonly duty: string;
  readonly unit: string;
  readonly quarter: Duty['quarter'];
  readonly state: DutyState;
  readonly round: number;
  readonly aspect: Aspect | null;
  readonly due: PlainDate;
  readonly overdue: boolean;
}

interface Kind {
  readonly what: WorkItem['what'];
  readonly kind: Duty['kind'];
  readonly states: readonly DutyState[];
  readonly action: Action;
}

const kinds: readonly Kind[] = [
  { what: 'write-plan', kind: 'plan', states: ['draft', 'returned'], action: 'plan.submit' },
  { what: 'write-report', kind: 'report', states: ['open', 'returned'], action: 'report.submit' },
  { what: 'conclude', kind: 'plan', states: ['conclusion'], action: 'plan.conclude' },
  { what: 'decide', kind: 'plan', states: ['approval'], action: 'plan.decide' },
  { what: 'review-report', kind: 'report', states: ['submitted', 'unreviewed'], action: 'report.accept' },
];

/** Everything that waits for the caller, in all open cycles, soonest first. */
export async function listWork(desk: Desk, caller: Pick<Caller, 'actor'>): Promise<readonly WorkItem[]> {
  const cycles = await desk.record.read.cycles.listOpen();
  const items = await Promise.all(cycles.map((cycle) => workIn(desk, caller, cycle)));
  return items.flat().sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.duty < b.duty ? -1 : 1));
}

/** The same for one cycle. */
export async function listQueue(desk: Desk, caller: Caller, cycle: string): Promise<readonly WorkItem[]> {
  return workIn(desk, caller, await getCycle(desk.record.read, cycle));
}

async function workIn(desk: Desk, caller: Pick<Caller, 'actor'>, cycle: Cycle): Promise<readonly WorkItem[]> {
  const { read } = desk.record;
  const today = dateOf(nowIn(desk, cycle));
  const parts = partsOf(cycle.settings.roles);
  const isOwn = (action: Action): boolean => isAllowed(caller.actor, action, { unit: caller.actor.unit, parts });
  const lists = await Promise.all(kinds.filter(({ action }) => isOwn(action)).map(async ({ what, kind, states, action }) => {
    const own = action === 'plan.submit' || action === 'report.submit' ? { unit: caller.actor.unit } : {};
    return (await read.duties.all({ cycle: cycle.id, kind, states, ...own })).map((duty) => itemOf(what, cycle, duty, today));
  }));
  return [...lists.flat(), ...(isOwn('plan.giveOpinion') ? await openOpinions(desk, caller, cycle, today) : [])];
}

async function openOpinions(desk: Desk, caller: Pick<Caller, 'actor'>, cycle: Cycle, today: PlainDate): Promise<readonly WorkItem[]> {
  const opinions = await desk.record.read.opinions.listOpen(cycle.id, caller.actor.unit);
  if (opinions.length === 0) return [];
  const duties = new Map((await desk.record.read.duties.all({ cycle: cycle.id, kind: 'plan', states: ['appraisal', 'conclusion'] })).map((duty) => [duty.id, duty]));
  return opinions.flatMap((opinion: Opinion): WorkItem[] => {
    const duty = duties.get(opinion.duty);
    return duty && duty.round === opinion.round ? [{ ...itemOf('give-opinion', cycle, duty, today), aspect: opinion.aspect, due: opinion.due, overdue: opinion.due < today }] : [];
  });
}

function itemOf(what: WorkItem['what'], cycle: Cycle, duty: Duty, today: PlainDate): WorkItem {
  const { id, unit, quarter, state, round, due } = duty;
  return { what, cycle: cycle.id, rehearsal: cycle.rehearsal, duty: id, unit, quarter, state, round, aspect: null, due, overdue: due < today };
}

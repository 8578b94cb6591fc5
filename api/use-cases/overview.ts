import type { Cycle } from '../../domain/cycle.ts';
import type { Instant, PlainDate } from '../../domain/date.ts';
import { listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import type { DutyTally } from '../../domain/ports/duties.ts';
import { isOpen, type DutyKind, type DutyState } from '../../domain/stages.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

/** The plans of a cycle, or the reports of one quarter, counted. */
export interface Stretch {
  readonly kind: DutyKind;
  readonly quarter: Quarter | null;
  readonly total: number;
  readonly states: Readonly<Partial<Record<DutyState, number>>>;
  /** What is awaited, of whomever, and was due before today; what is submitted waits for nobody's date. */
  readonly overdue: number;
  /** Returned and not submitted again. */
  readonly returned: number;
  /** Awaited of the unit: nothing submitted, no draft saved. */
  readonly silent: number;
  /** Awaited of the unit. */
  readonly unsubmitted: number;
  /** When it falls due as the cycle's calendar has it. */
  readonly due: PlainDate;
}

export interface Overview {
  readonly cycle: Cycle;
  readonly now: Instant;
  readonly today: PlainDate;
  /** `own`: only the caller's unit is counted. */
  readonly scope: 'any' | 'own';
  readonly members: number;
  readonly plans: Stretch;
  readonly quarters: readonly Stretch[];
}

const written: readonly DutyState[] = ['draft', 'open', 'returned'];

/** The year at a glance: one query over its duties. A unit sees its own numbers. */
export async function viewOverview(desk: Desk, caller: Caller, id: string): Promise<Overview> {
  const { read } = desk.record;
  const cycle = await getCycle(read, id);
  const now = nowIn(desk, cycle);
  const today = dateOf(now);
  const scope = listScope(caller.actor, 'duty.list') ?? 'own';
  const [tally, members, calendar] = await Promise.all([read.duties.tally(id, today, scope === 'own' ? caller.actor.unit : undefined), desk.registers.members(id), desk.registers.calendar()]);
  const { calendar: dates } = cycle.settings;
  return {
    cycle, now, today, scope,
    members: scope === 'own' ? Number(members.has(caller.actor.unit)) : members.size,
    plans: stretchOf(tally, 'plan', null, calendar.dueOn(dates.draftsDue)),
    quarters: quarters.flatMap((quarter) => dates.periods.filter((period) => period.quarter === quarter).map(({ due }) => stretchOf(tally, 'report', quarter, calendar.dueOn(due)))),
  };
}

function stretchOf(tally: readonly DutyTally[], kind: DutyKind, quarter: Quarter | null, due: PlainDate): Stretch {
  const rows = tally.filter((row) => row.kind === kind && row.quarter === quarter);
  const sum = (rowsOf: readonly DutyTally[], figure: 'count' | 'dueBefore' | 'silent'): number => rowsOf.reduce((all, row) => all + row[figure], 0);
  const ofUnit = rows.filter(({ state }) => written.includes(state));
  return {
    kind, quarter, due,
    total: sum(rows, 'count'),
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    overdue: sum(rows.filter(({ state }) => isOpen(kind, state) && state !== 'submitted'), 'dueBefore'),
    returned: sum(rows.filter(({ state }) => state === 'returned'), 'count'),
    silent: sum(ofUnit, 'silent'),
    unsubmitted: sum(ofUnit, 'count'),
  };
}

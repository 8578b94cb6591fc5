import type { Duty } from '../../../domain/duty.ts';
import type { DutyKind, DutyState } from '../../../domain/stages.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { dutyDueView } from '../../view/due.ts';
import { formats } from '../../view/formats.ts';
import type { DutyPart } from './part.ts';

/** The stages that a duty passes, and which of them each state stands in. */
const stages = { plan: ['write', 'submitted', 'appraisal', 'conclusion', 'approval', 'approved'], report: ['write', 'submitted', 'accepted'] } as const satisfies Readonly<Record<DutyKind, readonly string[]>>;
const writing: readonly DutyState[] = ['draft', 'open', 'returned'];
/** States that ended before the last stage. */
const outside: readonly DutyState[] = ['refused', 'lapsed', 'retired', 'cancelled', 'missing', 'unreviewed'];

function lineOf({ kind, state }: Duty) {
  if (outside.includes(state)) return [];
  const all: readonly string[] = stages[kind];
  const current = all.indexOf(writing.includes(state) ? 'write' : state);
  const isOver = current === all.length - 1;
  return all.map((name, index) => ({ name, isDone: index < current || isOver, isCurrent: index === current && !isOver }));
}

/** Where the duty stands, until when, and what happens next without anybody doing anything. */
export const progressPart: DutyPart = {
  name: 'progress',
  template: 'duty/progress.njk',
  model: ({ t, language }, { view: { duty }, times, calendar, today }) => ({
    duty, line: lineOf(duty), times, dueLabel: t(t.has(`duty.dueOf.${duty.state}`) ? `duty.dueOf.${duty.state}` : 'duty.due'),
    // it closes as a day ends: the day that people know is the one before midnight
    closes: times.closesAt === null ? undefined : t(`duty.closesAt.${duty.kind}`, { date: formats(language).date(dateOf(times.closesAt - 1)) }),
    due: times.closesAt === null ? undefined : dutyDueView(duty, today, calendar, t),
    unitDue: duty.unitDue === duty.due ? undefined : duty.unitDue,
    next: t(`duty.next.${duty.kind}.${duty.state}`),
  }),
};
